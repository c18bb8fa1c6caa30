package org.seatrial.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule is able to fail, and finds what it should and nothing else. */
class WrongOnPurposeTest {

  private static final String ROOT = "org.seatrial.architecture.wrong";

  /** A class below the root, by the part of its name after the root. */
  private static final Pattern WRONG_CLASS =
      Pattern.compile(Pattern.quote(ROOT) + "\\.([a-z.]*(?:[A-Z]\\w*|package-info))");

  private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(ROOT);

  private static final Map<String, List<String>> OFFENDERS =
      Map.ofEntries(
          entry("no package cycle", List.of("image.ring.one.First")),
          entry("check knows only what is inward of it", List.of("check.KnowsAnImage")),
          entry("check hides the libraries that it uses", List.of("check.ShowsItsExpression")),
          entry(
              "image knows only what is inward of it",
              List.of("image.KnowsAReport", "image.MapsObjects", "image.ShowsItsParser")),
          entry("image hides the libraries that it uses", List.of("image.ShowsItsParser")),
          entry("deployment knows only what is inward of it", List.of("deployment.AsksAnEngine")),
          entry(
              "deployment hides the libraries that it uses", List.of("deployment.ShowsItsWaiting")),
          entry("report knows only what is inward of it", List.of("report.Page")),
          entry("report hides the libraries that it uses", List.of("report.ShowsItsGenerator")),
          entry("docker knows only what is inward of it", List.of("docker.Engine")),
          entry("docker hides the libraries that it uses", List.of("docker.ShowsItsException")),
          entry(
              "testcontainers knows only what is inward of it",
              List.of("testcontainers.ShowsAnotherLibrary")),
          entry(
              "testcontainers hides the libraries that it uses",
              List.of("testcontainers.ShowsAnotherLibrary")),
          entry("testkit knows only what is inward of it", List.of("testkit.Fake")),
          entry("testkit hides the libraries that it uses", List.of("testkit.Fake")),
          entry(
              "junit knows only what is inward of it",
              List.of("junit.Extension", "junit.ShowsASubject")),
          entry("junit hides the libraries that it uses", List.of("junit.ShowsASubject")),
          entry("cli knows only what is inward of it", List.of("cli.ReadsJson")),
          entry("cli hides the libraries that it uses", List.of("cli.Command")),
          entry("no object mapping of JSON", List.of("image.MapsObjects")),
          entry(
              "every package is null-marked",
              List.of("report.unmarked.Unmarked", "report.unmarked.package-info")),
          entry(
              "no package is named by an empty word",
              List.of("image.util.Anything", "image.util.package-info")),
          entry("no class is named by an empty word", List.of("report.PageUtils")),
          entry("every public class is closed or made to be extended", List.of("image.OpenImage")),
          entry("no static field changes", List.of("image.Counts")),
          entry("no output outside the command", List.of("report.Prints")),
          entry("no generic exception is thrown", List.of("docker.ThrowsAnything")),
          entry("no sleep outside a clock", List.of("check.Sleeps")),
          entry(
              "no time outside a clock",
              List.of(
                  "check.AsksAClockOfItsOwn",
                  "check.MeasuresByItself",
                  "check.ReadsTheTime",
                  "check.RefersToTheTime")),
          entry("no backtracking expression", List.of("image.Backtracks")),
          entry("no hidden backtracking expression", List.of("image.BacktracksInSecret")));

  @TestFactory
  Stream<DynamicTest> finds_exactly_the_wrong_classes() {
    return Rules.below(ROOT).stream()
        .map(
            rule ->
                dynamicTest(
                    rule.name(),
                    () ->
                        assertThat(offenders(rule))
                            .containsExactlyElementsOf(
                                OFFENDERS.getOrDefault(rule.name(), List.of("?")))));
  }

  @Test
  void names_no_rule_that_is_gone() {
    assertThat(Rules.below(ROOT)).extracting(Rule::name).containsAll(OFFENDERS.keySet());
  }

  /** The first class that a violation names is the one that broke the rule. */
  private static SortedSet<String> offenders(Rule rule) {
    SortedSet<String> found = new TreeSet<>();
    for (String violation : rule.rule().evaluate(CLASSES).getFailureReport().getDetails()) {
      Matcher matcher = WRONG_CLASS.matcher(violation);
      assertThat(matcher.find()).as("a class named in: %s", violation).isTrue();
      found.add(matcher.group(1));
    }
    return found;
  }
}
