package org.seatrial.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.List;
import java.util.stream.Stream;

/** Every rule that the framework keeps, for the packages below any root. */
final class Rules {

  private Rules() {}

  /**
   * Return all rules for the modules below a root package.
   *
   * @param root {@code org.seatrial}, or the root of classes that are wrong on purpose
   */
  static List<Rule> below(String root) {
    Stream<Rule> cycles =
        Stream.of(
            new Rule(
                "no package cycle", slices().matching(root + ".(**)").should().beFreeOfCycles()));
    return Stream.of(
            cycles, DirectionRules.below(root), ShapeRules.below(root), ForbiddenRules.below(root))
        .flatMap(rules -> rules)
        .toList();
  }
}
