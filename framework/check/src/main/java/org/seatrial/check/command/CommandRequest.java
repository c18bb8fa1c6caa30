package org.seatrial.check.command;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.seatrial.check.Request;

/**
 * Asks what comes of a command that is run in the place, by the user of its application. Never
 * absent: a program that is not there ends with 127 as in a shell. Unknown: nothing runs there.
 *
 * @param arguments the program, looked up in {@code PATH} unless it has a slash, and its arguments
 * @param environment what is set in addition to the place's own environment
 * @param timeout after which the command and all that it started are killed
 */
public record CommandRequest(
    List<String> arguments, Map<String, String> environment, Duration timeout)
    implements Request<CommandResult> {

  /** How long a command may take unless somebody says otherwise: 30 seconds. */
  public static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** How much is kept of each output: 1 MiB. */
  public static final int OUTPUT_LIMIT = 1 << 20;

  public CommandRequest {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(new TreeMap<>(environment));
    requireNonNull(timeout, "timeout must not be null");
    if (arguments.isEmpty() || arguments.get(0).isEmpty()) {
      throw new IllegalArgumentException("arguments must name a program");
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout must be positive, but was " + timeout);
    }
  }

  /** Ask for this program with these arguments, without a shell. */
  public static CommandRequest of(String... arguments) {
    return new CommandRequest(List.of(arguments), Map.of(), TIMEOUT);
  }

  /** Ask for this line, read by the place's own {@code sh}. */
  public static CommandRequest shell(String line) {
    return of("sh", "-c", line);
  }
}
