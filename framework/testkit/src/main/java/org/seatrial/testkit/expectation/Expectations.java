package org.seatrial.testkit.expectation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.seatrial.check.Check;
import org.seatrial.check.Profile;

/**
 * The words in which a test states what checks must find: {@code
 * findingsOf(profile).in(place).are(finding()…, finding()…)}.
 *
 * <pre>{@code
 * findingsOf(new ShopProfile())
 *     .in(MadeUpPlace.empty().with(FileStatus.regular("/opt/shop.conf").withMode("0644"), "x"))
 *     .are(finding().by("shop.conf").about("/opt/shop.conf").actual("mode 0644…"));
 * }</pre>
 */
public final class Expectations {

  private Expectations() {}

  /** Begin the statement of what a profile finds. */
  public static FindingsOf findingsOf(Profile profile) {
    return findingsOf(profile.checks());
  }

  /** Begin the statement of what these checks find. */
  public static FindingsOf findingsOf(Collection<Check> checks) {
    return new FindingsOf(List.copyOf(checks));
  }

  /** Begin the statement of what these checks find. */
  public static FindingsOf findingsOf(Check... checks) {
    return findingsOf(Arrays.asList(checks));
  }

  /** Return the expectation of one finding, about which nothing is stated yet. */
  public static ExpectedFinding finding() {
    return ExpectedFinding.of(Seen.FINDING);
  }

  /**
   * Return the expectation that a check could not look: that it is UNDETERMINED, wholly or in one
   * of its conditions. Why is stated by {@link ExpectedFinding#actual}.
   */
  public static ExpectedFinding undetermined() {
    return ExpectedFinding.of(Seen.UNDETERMINED);
  }
}
