package org.seatrial.check;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.seatrial.check.Answer.Unknown;

/**
 * Runs what users and adapters wrote. What it throws becomes an answer that nobody could give, with
 * the exception as its cause: a defect is shown where it matters, passes nothing, and keeps no
 * other check from its verdict.
 */
final class Guarded {

  private Guarded() {}

  /**
   * Return the result of the action, or what follows from the exception that it threw.
   *
   * @param what what the action belongs to, for the reader of the failure
   */
  @SuppressWarnings("checkstyle:illegalcatch") // See the class: nothing is hidden.
  static <T> T call(
      String what, Supplier<? extends T> action, Function<Unknown<?>, ? extends T> otherwise) {
    try {
      return action.get();
    } catch (InspectionException e) {
      return otherwise.apply(new Unknown<>(String.valueOf(e.getMessage()), Optional.of(e)));
    } catch (RuntimeException e) {
      return otherwise.apply(new Unknown<>(what + " broke: " + e + at(e), Optional.of(e)));
    }
  }

  private static String at(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return trace.length == 0 ? "" : ", at " + trace[0];
  }
}
