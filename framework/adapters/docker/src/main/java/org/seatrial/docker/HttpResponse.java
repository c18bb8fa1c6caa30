package org.seatrial.docker;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** An answer whose body is still to be read. Closing it closes the connection. */
record HttpResponse(HttpHead head, InputStream body, Connection connection) implements Closeable {

  /** Send the request and read the head of its answer; a failure closes the connection. */
  static HttpResponse to(HttpRequest request, String host, Connection connection)
      throws IOException {
    try {
      connection.write(request.encoded(host));
      HttpInput input = new HttpInput(connection);
      HttpHead head = HttpHead.read(input);
      return new HttpResponse(head, HttpBody.of(request, head, input), connection);
    } catch (IOException e) {
      connection.close();
      throw e;
    }
  }

  int status() {
    return head.status();
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
