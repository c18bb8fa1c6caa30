package org.seatrial.check.command;

import java.math.BigDecimal;
import java.time.Duration;
import org.seatrial.check.Printable;
import org.seatrial.check.file.FileContent;

/** What became of a command, in the words of findings: exit code and both outputs together. */
final class CommandText {

  /** The most characters that are shown of one output: half at its beginning, half at its end. */
  private static final int SHOWN = 700;

  private CommandText() {}

  static String of(CommandResult result) {
    return ended(result)
        + ", stdout "
        + shown(result.stdout())
        + ", stderr "
        + shown(result.stderr())
        + (result.cut() ? " (more was printed than is kept)" : "");
  }

  static String ended(CommandResult result) {
    return result.exitCode().isPresent()
        ? "exit code " + result.exitCode().getAsInt()
        : "was killed after " + seconds(result.took());
  }

  /** Return a time such as {@code 30 s} or {@code 0.25 s}. */
  static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
  }

  private static String shown(FileContent output) {
    String text = output.text();
    if (text.length() <= SHOWN) {
      return Printable.quoted(text);
    }
    String middle = " … (" + (text.length() - SHOWN) + " more characters) … ";
    String end = text.substring(text.length() - SHOWN / 2);
    return Printable.quoted(text.substring(0, SHOWN / 2)) + middle + Printable.quoted(end);
  }
}
