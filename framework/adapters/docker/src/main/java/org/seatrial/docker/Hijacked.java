package org.seatrial.docker;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;
import org.seatrial.deployment.probe.Exec.Piece;
import org.seatrial.deployment.probe.Exec.Running;

/**
 * A program whose inputs and outputs are a connection. Its input is written by a thread of its own,
 * because a program may write much before it has read all.
 */
final class Hijacked implements Running {

  private final HttpResponse response;
  private final Frames frames;
  private final Deadline deadline;
  private final Exit exit;
  private final Abandoned abandoned;
  private final Thread writer;
  private boolean ended;
  private volatile @Nullable IOException unwritten;

  Hijacked(HttpResponse response, byte[] stdin, Deadline deadline, Exit exit, Abandoned abandoned) {
    this.response = response;
    this.frames = new Frames(response.body(), false);
    this.deadline = deadline;
    this.exit = exit;
    this.abandoned = abandoned;
    this.writer = new Thread(() -> write(stdin), "seatrial-stdin");
    writer.setDaemon(true);
    writer.start();
  }

  /** Asks how the program ended. */
  interface Exit {
    int code() throws IOException;
  }

  /** Ends a program whose outputs nobody reads any more. */
  interface Abandoned {
    void end();
  }

  private void write(byte[] stdin) {
    try {
      response.connection().write(stdin);
      response.connection().endOutput();
    } catch (IOException e) {
      // A program may end without having read everything; its outputs tell what is wrong.
      unwritten = e;
    }
  }

  @Override
  public Piece read() throws IOException {
    response.connection().patience(deadline.left());
    try {
      Piece piece = frames.read();
      ended = piece.isEnd();
      return piece;
    } catch (SocketTimeoutException e) {
      SocketTimeoutException over = deadline.over();
      over.initCause(e);
      throw over;
    } catch (IOException e) {
      IOException before = unwritten;
      if (before != null) {
        e.addSuppressed(before);
      }
      throw e;
    }
  }

  @Override
  public int exitCode() throws IOException {
    return exit.code();
  }

  @Override
  public void close() throws IOException {
    response.close();
    writer.interrupt();
    if (!ended) {
      abandoned.end();
    }
  }
}
