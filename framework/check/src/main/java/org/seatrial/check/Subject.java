package org.seatrial.check;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a check looks at: a file, an account, an image. The beginning of a sentence that {@link
 * #should} ends: {@code file("/etc/passwd").should(exist(), haveMode("0644"))}.
 *
 * @param <S> the type of the value that is observed of it
 */
public abstract class Subject<S> {

  private final String noun;
  private final String name;

  /**
   * Create a subject.
   *
   * @param noun what kind of thing it is, such as {@code file}
   * @param name which one it is, such as {@code /etc/passwd}; empty when there is only one
   */
  protected Subject(String noun, String name) {
    this.noun = requireNonNull(noun, "noun must not be null");
    this.name = requireNonNull(name, "name must not be null");
  }

  /** Return which one it is, such as {@code /etc/passwd}; the noun when there is only one. */
  public final String name() {
    return name.isEmpty() ? noun : name;
  }

  /** Return the words that come before "should", such as {@code file /etc/passwd}. */
  public String phrase() {
    return name.isEmpty() ? noun : noun + " " + name;
  }

  /** Return the fact that is observed of it. */
  protected abstract Request<S> request();

  /**
   * Return what was expected in this place when something else than the noun says is there:
   * "directory" for {@code directory("/etc/passwd")}. Every condition is then violated.
   */
  protected Optional<String> mismatch(S observed) {
    return Optional.empty();
  }

  /**
   * Return the check that all of these conditions hold.
   *
   * @param conditions at least one; they are judged together, and every violation is reported
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // The array is copied, never written to.
  public final Check should(Condition<? super S>... conditions) {
    return Check.of(new Claim<>(this, List.of(conditions)), SourceLine.ofCaller());
  }

  /** Return {@link #phrase()}. */
  @Override
  public final String toString() {
    return phrase();
  }
}
