package org.seatrial.check.process;

import static org.seatrial.check.Printable.quoted;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.seatrial.check.Answer;
import org.seatrial.check.Condition;
import org.seatrial.check.Evidence;
import org.seatrial.check.Facts;
import org.seatrial.check.Finding;
import org.seatrial.check.Judgement;
import org.seatrial.check.Printable;
import org.seatrial.check.Request;

/**
 * The words that fit both what runs and what says how it will be run: processes, and the
 * configuration of an image. They come with {@link ProcessConditions} and with the conditions on a
 * configuration, which extend this class, so that one word may be imported from either or from both
 * of them. Of several processes, each must keep the condition, and none its opposite.
 */
public abstract class ExecutionConditions {

  /** Only those extend it that pass its words on. */
  protected ExecutionConditions() {}

  /**
   * Require another user than root: of an image the configured one, by number or by what its passwd
   * says of the name; of processes both the real and the effective user of each.
   */
  public static <S extends Executions> Condition<S> runAsNonRoot() {
    return Condition.ofAll(S::executions, new NonRoot());
  }

  /**
   * Require that this environment variable is set, whatever its value: in the configuration, or in
   * the environment with which each process was started.
   *
   * @throws IllegalArgumentException when no variable can have this name
   */
  public static <S extends Executions> Condition<S> haveVariable(String name) {
    return variable(name, "variable " + name, value -> true, value -> " is set");
  }

  /**
   * Require that this environment variable has this value. The value observed is not shown where
   * the name tells of a secret.
   *
   * @throws IllegalArgumentException when no variable can have this name
   */
  public static <S extends Executions> Condition<S> haveVariable(String name, String value) {
    return variable(
        name,
        "variable " + name + "=" + Printable.of(value),
        value::equals,
        actual -> "=" + SecretNames.shown(name, actual));
  }

  /**
   * Require that the expression matches somewhere in the value of this environment variable.
   *
   * @throws IllegalArgumentException when no variable can have this name, or when it is no regular
   *     expression of RE2
   */
  public static <S extends Executions> Condition<S> haveVariableMatching(
      String name, String regex) {
    Pattern pattern = compile(regex);
    return variable(
        name,
        "variable " + name + " matching /" + regex + "/",
        value -> pattern.matcher(value).find(),
        actual -> "=" + SecretNames.shown(name, actual));
  }

  private static <S extends Executions> Condition<S> variable(
      String name, String expected, Predicate<String> wanted, Function<String, String> shown) {
    if (name.isEmpty() || name.contains("=")) {
      throw new IllegalArgumentException(
          "name of a variable must be some text without =, but was " + quoted(name));
    }
    Condition<Execution> condition =
        Condition.of(
            "have " + expected,
            expected,
            (known, facts) ->
                known
                    .value()
                    .variable(name)
                    .fold(
                        set ->
                            Judgement.of(
                                wanted.test(set.value()),
                                expected,
                                "variable " + name + shown.apply(set.value()),
                                set.evidence()),
                        unset ->
                            Judgement.violated(
                                Finding.of(expected, "no variable " + name, unset.evidence())),
                        Judgement::undetermined));
    return Condition.ofAll(S::executions, condition);
  }

  private static Pattern compile(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("regex must have RE2's syntax: " + e.getMessage(), e);
    }
  }

  /** That one does not run as root; it knows itself how to tell. */
  private record NonRoot() implements Condition<Execution> {

    @Override
    public String phrase() {
      return "run as non-root";
    }

    @Override
    public Set<Request<?>> needs(Execution observed) {
      return observed.userRequests();
    }

    @Override
    public Judgement judge(Answer<? extends Execution> observed, Facts facts) {
      return observed.fold(
          known -> known.value().judgeNonRoot(known.evidence(), facts),
          absent -> nothing(absent.evidence()),
          Judgement::undetermined);
    }

    private static Judgement nothing(Evidence evidence) {
      return Judgement.violated(Finding.of("a user other than root", "nothing is there", evidence));
    }

    @Override
    public String toString() {
      return phrase();
    }
  }
}
