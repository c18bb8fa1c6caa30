package org.seatrial.docker;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A host and port, encrypted; the host must prove that it has the name it was asked by. */
record TlsTransport(HostAndPort target, TlsFiles files) implements Transport {

  @Override
  public Connection open(Duration patience, Duration idle) throws IOException {
    SSLSocketFactory factory = files.context().getSocketFactory();
    Socket plain = new Socket();
    try {
      plain.connect(target.resolved(), Millis.of(patience));
      plain.setSoTimeout(Millis.of(patience));
      SSLSocket socket =
          (SSLSocket) factory.createSocket(plain, target.host(), target.port(), true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      socket.setSoTimeout(Millis.of(idle));
      return new SocketConnection(socket, idle);
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  @Override
  public Optional<String> machine() {
    return Optional.of(target.host());
  }

  @Override
  public String host() {
    return target.toString();
  }

  @Override
  public String explain(IOException failure) {
    if (failure instanceof UnknownHostException
        || failure instanceof ConnectException
        || failure instanceof SocketTimeoutException) {
      return TcpTransport.reason(failure) + "; start the engine there or set DOCKER_HOST";
    }
    return "no encrypted connection could be agreed on ("
        + failure.getMessage()
        + "); check that the engine expects TLS on this port, and the certificates in "
        + files.folder();
  }

  /** A connection over a socket that blocks. */
  private static final class SocketConnection implements Connection {
    private final Socket socket;
    private volatile Duration idle;

    SocketConnection(Socket socket, Duration idle) {
      this.socket = socket;
      this.idle = idle;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return socket.getInputStream().read(bytes, offset, length);
      } catch (SocketTimeoutException e) {
        SocketTimeoutException silent =
            new SocketTimeoutException("sent nothing for " + Spoken.of(idle));
        silent.initCause(e);
        throw silent;
      }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
    }

    /** With TLS 1.3 each side ends for itself; the engine answers an older one as well. */
    @Override
    public void endOutput() throws IOException {
      socket.shutdownOutput();
    }

    @Override
    public void patience(Duration changed) throws IOException {
      idle = changed;
      socket.setSoTimeout(Millis.of(changed));
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
