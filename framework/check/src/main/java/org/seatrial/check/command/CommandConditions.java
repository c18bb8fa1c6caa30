package org.seatrial.check.command;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.function.Function;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Condition;
import org.seatrial.check.Finding;
import org.seatrial.check.Judgement;
import org.seatrial.check.Judgement.Holds;
import org.seatrial.check.Judgement.Undetermined;
import org.seatrial.check.Judgement.Violated;
import org.seatrial.check.Printable;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.value.JsonValue;
import org.seatrial.check.value.TextLook;

/**
 * The conditions on what comes of a command. To be imported statically. Every failure shows exit
 * code, stdout and stderr together, the middle of long ones left out. A command that was killed
 * because its time was over did not succeed and has no exit code; what it would have printed is
 * undetermined.
 */
public final class CommandConditions {

  private CommandConditions() {}

  /** Require this exit code; a signal that ended the command is 128 and its number. */
  public static Condition<CommandResult> exitWith(int code) {
    return ended("exit with " + code, "exit code " + code, code);
  }

  /** Require exit code 0. */
  public static Condition<CommandResult> succeed() {
    return ended("succeed", "exit code 0", 0);
  }

  /** Require that this text occurs in stdout. */
  public static Condition<CommandResult> print(String text) {
    return containing("print " + Printable.quoted(text), Output.STDOUT, text);
  }

  /**
   * Require that the expression matches somewhere in stdout.
   *
   * @throws IllegalArgumentException when it is no regular expression of RE2
   */
  public static Condition<CommandResult> printMatching(String regex) {
    return matching("print text matching /", Output.STDOUT, regex);
  }

  /** Require exactly this on stdout; a line end after it, of which one is lacking, is the same. */
  public static Condition<CommandResult> printExactly(String text) {
    return exactly("print exactly " + Printable.quoted(text), Output.STDOUT, text);
  }

  /** Require that stdout is empty. */
  public static Condition<CommandResult> printNothing() {
    return nothing("print nothing", Output.STDOUT);
  }

  /**
   * Require this of stdout as a whole, as of any other text: {@code print text be less than 5}.
   *
   * @param condition one of {@code ValueConditions}
   */
  public static Condition<CommandResult> printText(Condition<? super JsonValue> condition) {
    return valued(TextLook.whole("print text", condition));
  }

  /**
   * Require that stdout is JSON, and this of a value in it: {@code print JSON /status be "green"}.
   * Undetermined: it is no JSON.
   *
   * @param pointer a JSON Pointer (RFC 6901); empty for the whole document
   * @param condition one of {@code ValueConditions}
   * @throws IllegalArgumentException when it is no JSON Pointer
   */
  public static Condition<CommandResult> printJson(
      String pointer, Condition<? super JsonValue> condition) {
    return valued(TextLook.json("print JSON", pointer, condition));
  }

  /** Require that this text occurs in stderr. */
  public static Condition<CommandResult> complain(String text) {
    return containing("complain " + Printable.quoted(text), Output.STDERR, text);
  }

  /**
   * Require that the expression matches somewhere in stderr.
   *
   * @throws IllegalArgumentException when it is no regular expression of RE2
   */
  public static Condition<CommandResult> complainMatching(String regex) {
    return matching("complain with text matching /", Output.STDERR, regex);
  }

  /** Require that stderr is empty. */
  public static Condition<CommandResult> complainOfNothing() {
    return nothing("complain of nothing", Output.STDERR);
  }

  /** One of the two outputs of a command. */
  private enum Output {
    STDOUT,
    STDERR;

    private FileContent of(CommandResult result) {
      return this == STDOUT ? result.stdout() : result.stderr();
    }

    private boolean isCut(CommandResult result) {
      return result.cut() && of(result).size() >= CommandRequest.OUTPUT_LIMIT;
    }
  }

  private static Condition<CommandResult> ended(String phrase, String expected, int code) {
    return Condition.of(
        phrase,
        expected,
        (known, facts) ->
            Judgement.of(
                known.value().exitCode().orElse(-1) == code,
                expected,
                CommandText.of(known.value()),
                known.evidence()));
  }

  private static Condition<CommandResult> containing(String phrase, Output output, String text) {
    return printing(phrase, output, content -> decided(content.text().contains(text)));
  }

  private static Condition<CommandResult> matching(String verb, Output output, String regex) {
    Pattern pattern = compile(regex);
    return printing(
        verb + Printable.of(regex) + "/",
        output,
        content -> decided(pattern.matcher(content.text()).find()));
  }

  private static Condition<CommandResult> exactly(String phrase, Output output, String text) {
    String wanted = chomped(text);
    return printing(
        phrase,
        output,
        content -> {
          String actual = content.text();
          boolean equal = chomped(actual).equals(wanted);
          return equal || !wanted.startsWith(actual) ? Optional.of(equal) : Optional.empty();
        });
  }

  private static Condition<CommandResult> nothing(String phrase, Output output) {
    return printing(phrase, output, content -> Optional.of(content.size() == 0));
  }

  /** Return that it holds, or that what was cut off would have decided. */
  private static Optional<Boolean> decided(boolean holds) {
    return holds ? Optional.of(true) : Optional.empty();
  }

  /**
   * Return a condition on an output.
   *
   * @param look returns whether it holds; nothing where it does not, unless what follows decides
   */
  private static Condition<CommandResult> printing(
      String phrase, Output output, Function<FileContent, Optional<Boolean>> look) {
    String expected = "to " + phrase;
    return Condition.of(
        phrase,
        expected,
        (known, facts) -> {
          CommandResult result = known.value();
          String actual = CommandText.of(result);
          if (result.exitCode().isEmpty()) {
            return Judgement.undetermined("the command " + actual);
          }
          Optional<Boolean> holds = look.apply(output.of(result));
          if (holds.isEmpty() && output.isCut(result)) {
            return Judgement.undetermined(
                "the command printed more than "
                    + CommandRequest.OUTPUT_LIMIT
                    + " bytes, and not in the first of them: "
                    + actual);
          }
          return Judgement.of(holds.orElse(false), expected, actual, known.evidence());
        });
  }

  /** Return a condition on a value in stdout; findings show the value, then all that came of it. */
  private static Condition<CommandResult> valued(TextLook look) {
    return Condition.of(
        look.phrase(),
        look.expected(),
        (known, facts) -> {
          CommandResult result = known.value();
          String all = CommandText.of(result);
          if (result.exitCode().isEmpty() || Output.STDOUT.isCut(result)) {
            return Judgement.undetermined("the command did not print all: " + all);
          }
          Judgement judgement =
              look.at(new Known<>(result.stdout().text(), known.evidence()), facts);
          if (judgement instanceof Holds holds) {
            return Judgement.holds(holds.actual() + "; " + all, holds.evidence());
          }
          return judgement instanceof Undetermined undetermined
              ? new Undetermined(undetermined.why() + "; " + all, undetermined.cause())
              : new Violated(
                  judgement.findings().stream()
                      .map(f -> Finding.of(f.expected(), f.actual() + "; " + all, f.evidence()))
                      .toList());
        });
  }

  private static String chomped(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static Pattern compile(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("regex must have RE2's syntax: " + e.getMessage(), e);
    }
  }
}
