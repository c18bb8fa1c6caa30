package org.seatrial.check.command;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.OptionalInt;
import org.seatrial.check.Described;
import org.seatrial.check.file.FileContent;

/**
 * What became of a command.
 *
 * @param exitCode 0 to 255, 128 and the signal's number when one ended it; empty when it was killed
 *     because its time was over
 * @param stdout the first {@link CommandRequest#OUTPUT_LIMIT} bytes of the standard output
 * @param stderr the same of the standard error
 * @param cut whether one of them was longer
 * @param took how long it ran
 */
public record CommandResult(
    OptionalInt exitCode, FileContent stdout, FileContent stderr, boolean cut, Duration took)
    implements Described {

  public CommandResult {
    requireNonNull(exitCode, "exitCode must not be null");
    requireNonNull(stdout, "stdout must not be null");
    requireNonNull(stderr, "stderr must not be null");
    requireNonNull(took, "took must not be null");
  }

  @Override
  public String label() {
    return "command";
  }

  @Override
  public String description() {
    return CommandText.of(this);
  }
}
