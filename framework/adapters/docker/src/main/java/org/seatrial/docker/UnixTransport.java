package org.seatrial.docker;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A socket in the file system. */
record UnixTransport(Path socket) implements Transport {

  @Override
  public Connection open(Duration patience, Duration idle) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(socket));
      return ChannelConnection.over(channel, idle);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public String host() {
    return "localhost";
  }

  /** The words of the system are in the user's language, so the file is asked instead. */
  @Override
  public String explain(IOException failure) {
    if (Files.notExists(socket)) {
      return "the socket does not exist; start the engine or set DOCKER_HOST";
    }
    if (!Files.isWritable(socket)) {
      return "permission to use the socket is refused; run as a user who may write to it (often a"
          + " member of the group docker) or set DOCKER_HOST";
    }
    return "nothing listens on the socket ("
        + failure.getMessage()
        + "); start the engine or set DOCKER_HOST";
  }
}
