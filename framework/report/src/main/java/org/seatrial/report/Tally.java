package org.seatrial.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.seatrial.check.Verdict;

/**
 * How many checks ended how; each check counts once.
 *
 * @param passed how many PASSED
 * @param failed how many FAILED that must hold
 * @param undetermined how many are UNDETERMINED that must hold
 * @param notBlocking how many FAILED or are UNDETERMINED that need not hold
 * @param skipped how many were SKIPPED
 */
public record Tally(int passed, int failed, int undetermined, int notBlocking, int skipped) {

  static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  static Tally of(List<Verdict> verdicts) {
    Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
    for (Verdict verdict : verdicts) {
      counts.merge(Standing.of(verdict), 1, Integer::sum);
    }
    return new Tally(
        counts.getOrDefault(Standing.PASSED, 0),
        counts.getOrDefault(Standing.FAILED, 0),
        counts.getOrDefault(Standing.UNDETERMINED, 0),
        counts.getOrDefault(Standing.NOT_BLOCKING, 0),
        counts.getOrDefault(Standing.SKIPPED, 0));
  }

  Tally plus(Tally other) {
    return new Tally(
        passed + other.passed,
        failed + other.failed,
        undetermined + other.undetermined,
        notBlocking + other.notBlocking,
        skipped + other.skipped);
  }

  /** Return how many checks there were. */
  public int checks() {
    return passed + failed + undetermined + notBlocking + skipped;
  }

  /** Return it in words: {@code 12 checks: 10 passed, 1 failed, 1 undetermined}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    add(parts, passed, "passed");
    add(parts, failed, "failed");
    add(parts, undetermined, "undetermined");
    add(parts, notBlocking, "not blocking");
    add(parts, skipped, "skipped");
    String all = checks() == 1 ? "1 check" : checks() + " checks";
    return parts.isEmpty() ? all : all + ": " + String.join(", ", parts);
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
