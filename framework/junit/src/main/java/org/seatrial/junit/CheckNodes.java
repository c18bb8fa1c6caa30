package org.seatrial.junit;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.seatrial.check.Check;
import org.seatrial.check.CheckFailedError;
import org.seatrial.check.Facts;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Place;
import org.seatrial.check.Verdict;
import org.seatrial.deployment.Replica;
import org.seatrial.deployment.Service;

/**
 * The checks of one method as nodes of the test tree.
 *
 * @param checks at least one
 * @param source where nodes lead to
 */
record CheckNodes(List<Check> checks, NodeSource source) {

  /**
   * Return a node for each check; for several images a container for each, which is opened when its
   * turn comes, so that a missing one keeps nobody from verifying the others.
   */
  List<DynamicNode> of(ReleaseImages images) {
    List<ImageName> names = images.all();
    return names.size() == 1
        ? nodes(names.get(0), images).toList()
        : names.stream().<DynamicNode>map(name -> container(name, images)).toList();
  }

  /**
   * Return a node for each check; for several replicas a container for each of them.
   *
   * @param port by which the service is asked from outside as well, whichever replica answers; 0
   *     where it is not
   */
  List<DynamicNode> of(Service service, int port) {
    if (port > 0) {
      return nodes(service.place(port)).toList();
    }
    List<Replica> replicas = service.replicas();
    if (replicas.isEmpty()) {
      throw new AssertionFailedError("nothing runs of service " + service.name());
    }
    return replicas.size() == 1
        ? nodes(replicas.get(0).place()).toList()
        : replicas.stream()
            .<DynamicNode>map(
                replica ->
                    DynamicContainer.dynamicContainer(
                        replica.name(), Stream.of(replica).flatMap(each -> nodes(each.place()))))
            .toList();
  }

  private DynamicContainer container(ImageName name, ReleaseImages images) {
    return DynamicContainer.dynamicContainer(
        name.toString(), Stream.of(name).flatMap(each -> nodes(each, images)));
  }

  /**
   * Look at the image. Where a part is missing each check is skipped: build tools say nothing of a
   * container that was.
   */
  private Stream<DynamicNode> nodes(ImageName name, ReleaseImages images) {
    try {
      return nodes(images.place(name));
    } catch (TestAbortedException skip) {
      return checks.stream().map(check -> node(check, () -> skip(skip)));
    }
  }

  private static void skip(TestAbortedException reason) {
    throw reason;
  }

  /** Look at the place, once for all checks, and return a node for each of them. */
  Stream<DynamicNode> nodes(Place place) {
    Facts facts = Inspection.of(place).fetch(checks);
    return checks.stream().map(check -> node(check, () -> report(check.evaluate(facts))));
  }

  private DynamicNode node(Check check, Executable executable) {
    return DynamicTest.dynamicTest(check.sentence(), source.uri(check.source()), executable);
  }

  private void report(Verdict verdict) {
    if (verdict.blocks()) {
      CheckFailedError error = new CheckFailedError(verdict);
      error.setStackTrace(source.trace(verdict.check().source(), error.getStackTrace()));
      throw error;
    }
    if (verdict.outcome() != Outcome.PASSED) {
      throw new TestAbortedException(verdict.message());
    }
  }
}
