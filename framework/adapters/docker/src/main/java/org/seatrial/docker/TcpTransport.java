package org.seatrial.docker;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;

/** A host and port, without encryption. */
record TcpTransport(HostAndPort target) implements Transport {

  @Override
  public Connection open(Duration patience, Duration idle) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      // The adaptor, unlike the channel, can give up.
      channel.socket().connect(target.resolved(), Millis.of(patience));
      return ChannelConnection.over(channel, idle);
    } catch (IOException e) {
      channel.close();
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
    return reason(failure) + "; start the engine there or set DOCKER_HOST";
  }

  static String reason(IOException failure) {
    if (failure instanceof UnknownHostException) {
      return "the name of the host is not known";
    }
    if (failure instanceof SocketTimeoutException) {
      return "the host did not take the connection in time";
    }
    return "the connection failed (" + failure.getMessage() + ")";
  }
}
