package org.seatrial.deployment.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.seatrial.check.Printable;
import org.seatrial.deployment.probe.Exec.Piece;
import org.seatrial.deployment.probe.Exec.Running;

/** Runs a script and takes down what comes back, bounded in bytes and in time. */
final class Conversation {

  /** What a container says that has no shell: what was to be started is not there. */
  private static final int NOT_STARTED = 126;

  private static final int NOT_FOUND = 127;

  private final byte[] output;
  private final byte[] error;
  private final Optional<String> trouble;

  private Conversation(byte[] output, byte[] error, Optional<String> trouble) {
    this.output = output;
    this.error = error;
    this.trouble = trouble;
  }

  /** Return the blocks of standard output that came before any trouble. */
  Blocks output(String nonce) {
    return Blocks.parse(output, nonce, trouble);
  }

  /** Return the blocks of standard error. */
  Blocks error(String nonce) {
    return Blocks.parseErrors(error, nonce);
  }

  static Conversation hold(Exec exec, Script script) {
    ByteArrayOutputStream output = new ByteArrayOutputStream(1 << 16);
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    Duration patience = script.patience();
    Optional<String> trouble;
    try (Running running = exec.start(List.of("sh"), script.end(), patience)) {
      trouble = listen(running, output, error, script.bytes());
    } catch (SocketTimeoutException e) {
      trouble = Optional.of("the probe did not end within " + patience.toSeconds() + " s");
    } catch (IOException e) {
      trouble = Optional.of("the connection to the probe broke: " + Printable.of(e.toString()));
    }
    return new Conversation(output.toByteArray(), error.toByteArray(), trouble);
  }

  private static Optional<String> listen(
      Running running, ByteArrayOutputStream output, ByteArrayOutputStream error, long limit)
      throws IOException {
    long left = limit;
    for (Piece piece = running.read(); !piece.isEnd(); piece = running.read()) {
      byte[] bytes = new byte[piece.bytes().remaining()];
      piece.bytes().get(bytes);
      left -= bytes.length;
      if (left < 0) {
        return Optional.of("the probe answered more than " + limit + " bytes");
      }
      (piece.error() ? error : output).writeBytes(bytes);
    }
    int exitCode = running.exitCode();
    if (output.size() > 0 || exitCode == 0) {
      return Optional.empty();
    }
    String said = Printable.quoted(error.toString(StandardCharsets.UTF_8).strip());
    return Optional.of(
        exitCode == NOT_STARTED || exitCode == NOT_FOUND
            ? "there is no shell: sh could not be started, it said " + said
            : "sh ended with " + exitCode + " and said " + said);
  }
}
