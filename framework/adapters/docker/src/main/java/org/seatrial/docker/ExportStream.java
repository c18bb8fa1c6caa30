package org.seatrial.docker;

import java.io.IOException;
import java.io.InputStream;

/**
 * An image, or files of a container, on its way from an engine. Whatever breaks says how far it
 * came.
 */
final class ExportStream extends InputStream {

  private final HttpResponse response;
  private final EngineAddress address;
  private final String what;
  private long received;

  ExportStream(HttpResponse response, EngineAddress address, String what) {
    this.response = response;
    this.address = address;
    this.what = what;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      int count = response.body().read(bytes, offset, length);
      if (count > 0) {
        received += count;
      }
      return count;
    } catch (IOException e) {
      throw new IOException(
          "the Docker engine at "
              + address
              + " broke off while it sent "
              + what
              + ", after "
              + Spoken.bytes(received)
              + ": it "
              + EngineFailure.reason(e),
          e);
    }
  }

  @Override
  public void close() throws IOException {
    response.close();
  }
}
