package org.seatrial.deployment.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs on this machine, as if it were a running place.
 *
 * @param shell what is started instead of {@code sh}, such as {@code dash}
 * @param environment what is set in addition
 */
record LocalExec(List<String> shell, Map<String, String> environment) implements Exec {

  static LocalExec of(String... shell) {
    return new LocalExec(List.of(shell), Map.of());
  }

  @Override
  public Running start(List<String> arguments, byte[] stdin, Duration patience) throws IOException {
    List<String> command = new ArrayList<>(shell);
    command.addAll(arguments.subList(1, arguments.size()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process = builder.start();
    LocalRunning running = new LocalRunning(process, System.nanoTime() + patience.toNanos());
    running.pump(process.getInputStream(), false);
    running.pump(process.getErrorStream(), true);
    Thread writer =
        new Thread(
            () -> {
              try (OutputStream to = process.getOutputStream()) {
                to.write(stdin);
              } catch (IOException e) {
                // The shell ended before it had read all: what it said shows that.
                process.destroy();
              }
            });
    writer.start();
    return running;
  }

  private static final class LocalRunning implements Running {

    private final Process process;
    private final long deadline;
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>(64);
    private int open = 2;

    LocalRunning(Process process, long deadline) {
      this.process = process;
      this.deadline = deadline;
    }

    void pump(InputStream from, boolean error) {
      Thread reader =
          new Thread(
              () -> {
                byte[] buffer = new byte[1 << 16];
                try {
                  for (int read = from.read(buffer); read > 0; read = from.read(buffer)) {
                    pieces.put(new Piece(error, ByteBuffer.wrap(buffer.clone(), 0, read)));
                  }
                  pieces.put(Piece.end());
                } catch (IOException | InterruptedException e) {
                  pieces.offer(Piece.end());
                }
              });
      reader.setDaemon(true);
      reader.start();
    }

    @Override
    public Piece read() throws IOException {
      while (open > 0) {
        Piece piece = next();
        if (!piece.isEnd()) {
          return piece;
        }
        open--;
      }
      return Piece.end();
    }

    private Piece next() throws IOException {
      try {
        Piece piece = pieces.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (piece == null) {
          throw new SocketTimeoutException("patience is over");
        }
        return piece;
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }

    @Override
    public int exitCode() throws IOException {
      try {
        return process.waitFor();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
