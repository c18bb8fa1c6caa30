package org.seatrial.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.report.ReportFixture.failing;
import static org.seatrial.report.ReportFixture.passing;
import static org.seatrial.report.ReportFixture.place;
import static org.seatrial.report.ReportFixture.report;
import static org.seatrial.report.ReportFixture.undetermined;
import static org.seatrial.report.ReportFixture.verdicts;
import static org.seatrial.report.ReportFixture.written;
import static org.seatrial.report.Thing.be;
import static org.seatrial.report.Thing.seen;
import static org.seatrial.report.Thing.thing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Check;

class ConsoleFormatTest {

  @Test
  void shows_a_verdict_of_every_kind() {
    List<Check> checks = ReportFixture.everyKind();
    String shown =
        written(ConsoleFormat.plain(), report(place("shelf 1", verdicts("shelf 1", checks))));
    assertThat(shown)
        .isEqualTo(
            """
            shelf 1
            ✔ thing apple should be red
            ✘ thing plum should be blue, because it is ripe   → FAILED (1 finding) in shelf 1
                expected:  blue
                but was:   green
                evidence:  layer 2 of 5, made by RUN paint
                see:       check fruit.plum, %s
            ? could not determine whether thing box should be brown: the lid is closed   → UNDETERMINED in shelf 1
                see:       check box.colour, %s
            ✘ thing plum should be yellow   → FAILED (1 finding) in shelf 1
                expected:  yellow
                but was:   green
                evidence:  layer 2 of 5, made by RUN paint
                see:       check fruit.taste, %s
                blocks:    nothing, it only should hold
            ✔ thing sock should be none of pink or violet
                allowed:   pink, because it was washed with a red one, until 9999-12-31
            ✘ thing ghost should be white and be transparent   → FAILED (1 finding) in shelf 1
                expected:  white
                but was:   nothing is there
                skipped:   be transparent (nothing is there)
                see:       check ghost, %s
            6 checks: 2 passed, 2 failed, 1 undetermined, 1 not blocking

            """
                .formatted(
                    checks.get(1).source(),
                    checks.get(2).source(),
                    checks.get(3).source(),
                    checks.get(5).source()));
  }

  @Test
  void sums_up_several_places() {
    String shown =
        written(
            ConsoleFormat.plain(),
            report(
                place("shelf 1", verdicts("shelf 1", List.of(passing()))),
                place("shelf 2", verdicts("shelf 2", List.of(passing(), passing())))));
    assertThat(shown)
        .isEqualTo(
            """
            shelf 1
            ✔ thing apple should be red
            1 check: 1 passed

            shelf 2
            ✔ thing apple should be red
            ✔ thing apple should be red
            2 checks: 2 passed

            2 places, 3 checks: 3 passed
            """);
  }

  @Test
  void says_once_why_a_whole_place_could_not_be_looked_at() {
    List<Check> checks = List.of(passing(), failing());
    String shown =
        written(
            ConsoleFormat.plain(),
            report(place("shelf 1", Thing.unreachable("shelf 1", "it is locked", checks))));
    assertThat(shown)
        .isEqualTo(
            """
            shelf 1
            ? could not look: it is locked
            ? thing apple should be red
            ? thing plum should be blue, because it is ripe
            2 checks: 2 undetermined

            """);
  }

  @Test
  void says_that_nothing_was_checked() {
    assertThat(written(ConsoleFormat.plain(), report(place("shelf 1", List.of()))))
        .isEqualTo(
            """
            shelf 1
            ✘ nothing was checked
            0 checks

            """);
    assertThat(written(ConsoleFormat.plain(), report()))
        .isEqualTo(
            """
            ✘ nothing was checked
            0 places, 0 checks
            """);
  }

  @Test
  void gives_each_outcome_its_colour() {
    String shown =
        written(
            ConsoleFormat.coloured(), ReportFixture.reportOf(passing(), failing(), undetermined()));
    assertThat(shown)
        .contains("\u001b[32m✔\u001b[0m thing apple")
        .contains("\u001b[31m✘\u001b[0m thing plum")
        .contains("\u001b[35m?\u001b[0m could not");
  }

  @Test
  void shows_the_same_with_colours_and_without() {
    Report report = report(place("shelf 1", verdicts("shelf 1", ReportFixture.everyKind())));
    String coloured = written(ConsoleFormat.coloured(), report);
    assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", ""))
        .isEqualTo(written(ConsoleFormat.plain(), report));
  }

  @Test
  void lets_no_control_character_through() {
    String evil = "red\u001b[2J\u0007\r\n✔ all well\u009b31m\u202egnp";
    Check check = thing(evil).should(be("\u001b[32mgreen")).because(evil).allow("x").because(evil);
    Check unknown = thing("box").should(be("brown"));
    String shown =
        written(
            ConsoleFormat.plain(),
            report(
                place(
                    "shelf " + evil,
                    Thing.verdicts(
                        "shelf " + evil,
                        Map.of(evil, seen(evil), "box", org.seatrial.check.Answer.unknown(evil)),
                        List.of(check, unknown)))));
    assertThat(unprintable(shown)).isEmpty();
    assertThat(shown.lines().filter(line -> line.startsWith("✔"))).isEmpty();
    assertThat(shown).contains("\\u001b[2J\\u0007\\r\\n✔ all well\\u009b31m\\u202egnp");
  }

  private static Set<Integer> unprintable(String shown) {
    return shown
        .codePoints()
        .filter(
            c ->
                c != '\n'
                    && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT))
        .boxed()
        .collect(Collectors.toSet());
  }
}
