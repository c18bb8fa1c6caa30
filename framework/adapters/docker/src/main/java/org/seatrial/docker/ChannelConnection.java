package org.seatrial.docker;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * A connection over a channel. The channel does not block: only a selector can wait for a Unix
 * socket with a limit, and end the wait when its thread is interrupted. Each direction has its own,
 * so that one thread can read while another writes.
 */
final class ChannelConnection implements Connection {

  private final SocketChannel channel;
  private final Selector reading;
  private final Selector writing;
  private volatile Duration idle;

  private ChannelConnection(
      SocketChannel channel, Selector reading, Selector writing, Duration idle) {
    this.channel = channel;
    this.reading = reading;
    this.writing = writing;
    this.idle = idle;
  }

  /** Take over a connected channel. */
  static ChannelConnection over(SocketChannel channel, Duration idle) throws IOException {
    channel.configureBlocking(false);
    Selector reading = Selector.open();
    try {
      channel.register(reading, SelectionKey.OP_READ);
      Selector writing = Selector.open();
      channel.register(writing, SelectionKey.OP_WRITE);
      return new ChannelConnection(channel, reading, writing, idle);
    } catch (IOException e) {
      reading.close();
      throw e;
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
    int count = channel.read(buffer);
    while (count == 0) {
      await(reading, "sent nothing for ");
      count = channel.read(buffer);
    }
    return count;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (channel.write(buffer) == 0) {
        await(writing, "took nothing for ");
      }
    }
  }

  @Override
  public void endOutput() throws IOException {
    channel.shutdownOutput();
  }

  @Override
  public void patience(Duration changed) {
    idle = changed;
  }

  private void await(Selector selector, String what) throws IOException {
    Duration limit = idle;
    try {
      if (selector.select(ready -> {}, Millis.of(limit)) > 0) {
        return;
      }
    } catch (ClosedSelectorException | CancelledKeyException e) {
      AsynchronousCloseException closed = new AsynchronousCloseException();
      closed.initCause(e);
      throw closed;
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("the wait was interrupted");
    }
    throw new SocketTimeoutException(what + Spoken.of(limit));
  }

  @Override
  public void close() throws IOException {
    try (reading;
        writing) {
      channel.close();
    }
  }
}
