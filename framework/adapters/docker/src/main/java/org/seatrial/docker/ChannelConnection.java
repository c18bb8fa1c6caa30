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
 * socket with a limit, and end the wait when its thread is interrupted.
 */
final class ChannelConnection implements Connection {

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final Duration idle;

  private ChannelConnection(
      SocketChannel channel, Selector selector, SelectionKey key, Duration idle) {
    this.channel = channel;
    this.selector = selector;
    this.key = key;
    this.idle = idle;
  }

  /** Take over a connected channel. */
  static ChannelConnection over(SocketChannel channel, Duration idle) throws IOException {
    channel.configureBlocking(false);
    Selector selector = Selector.open();
    return new ChannelConnection(channel, selector, channel.register(selector, 0), idle);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
    int count = channel.read(buffer);
    while (count == 0) {
      await(SelectionKey.OP_READ, "sent nothing for ");
      count = channel.read(buffer);
    }
    return count;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (channel.write(buffer) == 0) {
        await(SelectionKey.OP_WRITE, "took nothing for ");
      }
    }
  }

  private void await(int operation, String what) throws IOException {
    try {
      key.interestOps(operation);
      if (selector.select(ready -> {}, Millis.of(idle)) > 0) {
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
    throw new SocketTimeoutException(what + Spoken.of(idle));
  }

  @Override
  public void close() throws IOException {
    try (selector) {
      channel.close();
    }
  }
}
