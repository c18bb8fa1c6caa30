package org.seatrial.deployment.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import org.seatrial.check.Answer;
import org.seatrial.check.Evidence;

/** A connection that is made to see whether it is accepted. */
final class TcpConnection {

  /** How long a connection may take, in milliseconds. */
  private static final int CONNECT = 5_000;

  /** How long an accepted connection must stay open, in milliseconds. */
  private static final int STAY = 300;

  private TcpConnection() {}

  static Answer<TcpAnswer> look(URI address) {
    Evidence evidence = Evidence.of("address", address.getRawAuthority());
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), CONNECT);
      socket.setSoTimeout(STAY);
      return new Answer.Known<>(stays(socket), evidence);
    } catch (IOException e) {
      return new Answer.Known<>(new TcpAnswer(false, "no connection: " + e.getMessage()), evidence);
    }
  }

  /** An engine's proxy accepts connections for a service that does not, and closes them at once. */
  private static TcpAnswer stays(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0
          ? new TcpAnswer(false, "a connection that is closed at once")
          : new TcpAnswer(true, "a connection, and the service speaks first");
    } catch (SocketTimeoutException e) {
      // Nobody closes it: the service waits for what it is told.
      return new TcpAnswer(true, "a connection");
    }
  }
}
