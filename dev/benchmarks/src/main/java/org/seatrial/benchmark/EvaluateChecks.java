package org.seatrial.benchmark;

/**
 * Judges checks whose facts are known, several times in one JVM, and prints what it took.
 * Arguments: how many checks, how many times.
 */
public final class EvaluateChecks {

  private EvaluateChecks() {}

  /** Run. */
  public static void main(String[] arguments) {
    ManyChecks checks = ManyChecks.of(Integer.parseInt(arguments[0]));
    int times = Integer.parseInt(arguments[1]);
    Took took = new Took(times);
    int failures = 0;
    for (int i = 0; i < times; i++) {
      took.begin();
      failures = checks.failures();
      took.end();
    }
    took.print(failures);
  }
}
