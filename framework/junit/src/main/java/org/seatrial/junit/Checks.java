package org.seatrial.junit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.DynamicNode;
import org.opentest4j.AssertionFailedError;
import org.seatrial.check.Check;
import org.seatrial.check.Profile;

/** What a {@link Verify} method returns: checks, in the order in which the test tree shows them. */
public final class Checks implements Iterable<DynamicNode> {

  private final List<Check> checks;
  private final List<DynamicNode> nodes;

  private Checks(List<Check> checks, List<DynamicNode> nodes) {
    this.checks = List.copyOf(checks);
    this.nodes = List.copyOf(nodes);
  }

  /** Return these checks; none at all makes the method fail. */
  public static Checks checks(Check... checks) {
    return new Checks(List.of(checks), List.of());
  }

  /** Return these checks; none at all makes the method fail. */
  public static Checks checks(Collection<Check> checks) {
    return new Checks(List.copyOf(checks), List.of());
  }

  /** Return the checks of a profile. */
  public static Checks checks(Profile profile) {
    return checks(profile.checks());
  }

  /** Return these checks and those. */
  public Checks and(Checks others) {
    List<Check> all = new ArrayList<>(checks);
    all.addAll(others.checks);
    return checks(all);
  }

  /** Return the checks. */
  public List<Check> list() {
    return checks;
  }

  /** Return the same checks, and the nodes that JUnit is given for them. */
  Checks as(List<DynamicNode> tree) {
    return new Checks(checks, tree);
  }

  /**
   * Return the nodes of the test tree.
   *
   * @throws AssertionFailedError when the method that returned the checks is not part of a {@link
   *     ReleaseTest}, so that nothing says what to check
   */
  @Override
  public Iterator<DynamicNode> iterator() {
    if (nodes.isEmpty()) {
      throw new AssertionFailedError(
          "a @Verify method must belong to a class annotated with @ReleaseTest and return checks");
    }
    return nodes.iterator();
  }
}
