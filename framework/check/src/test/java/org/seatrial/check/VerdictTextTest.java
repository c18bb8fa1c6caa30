package org.seatrial.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.Thing.be;
import static org.seatrial.check.Thing.thing;
import static org.seatrial.check.file.FileSubjects.files;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.madeup.MadeUpPlace;

/** The message: sorted, capped, aligned, and fit to be shown. */
class VerdictTextTest {

  private static String message(Place place, Check check) {
    return Inspection.of(place).verdicts(List.of(check.withId("x"))).get(0).message();
  }

  private static String see(Check check) {
    return "  see:       check x, " + check.source();
  }

  @Test
  void sorts_findings_and_counts_those_that_it_does_not_show() {
    MadeUpPlace place = MadeUpPlace.empty();
    for (int i = 24; i > 10; i--) {
      place = place.with("/tmp/" + i, "x");
    }
    Check check = files("/tmp/*").should(notExist());
    StringBuilder expected =
        new StringBuilder(
            "files /tmp/* should not exist   → FAILED (14 findings) in made-up place\n");
    for (int i = 1; i <= 10; i++) {
      expected
          .append(i < 10 ? "   " : "  ")
          .append(i + ". /tmp/" + (10 + i) + "\n")
          .append("      expected:  not to exist\n")
          .append("      but was:   regular file, mode 0644, owner 0:0, 1 bytes\n");
    }
    assertThat(message(place, check)).isEqualTo(expected + "  … and 4 more\n" + see(check));
  }

  @Test
  void caps_the_list_of_what_is_allowed() {
    MadeUpPlace place = MadeUpPlace.empty();
    for (int i = 10; i < 25; i++) {
      place = place.with("/tmp/" + i, "x");
    }
    Check check = files("/tmp/*").should(notExist()).allow("/tmp/*").because("it is tmp");
    assertThat(message(place, check))
        .isEqualTo(
            """
            files /tmp/* should not exist   → PASSED in made-up place
              allowed:   /tmp/10, /tmp/11, /tmp/12, /tmp/13, /tmp/14, /tmp/15, /tmp/16, /tmp/17, /tmp/18, /tmp/19 … and 5 more by the exception for /tmp/*, because it is tmp
            """
                + see(check));
  }

  @Test
  void says_that_it_passed() {
    MadeUpPlace place = MadeUpPlace.empty().answering(new Thing.Look("apple"), Answer.known("red"));
    Check check = thing("apple").should(be("red")).because("it is ripe");
    assertThat(message(place, check))
        .isEqualTo(
            "thing apple should be red, because it is ripe   → PASSED in made-up place\n"
                + see(check));
  }

  @Test
  void shows_hostile_text_on_its_own_line_only() {
    String evil = "\u001b[2J\r\n  → PASSED\u202e\udcff\ud83d";
    MadeUpPlace place =
        MadeUpPlace.empty()
            .named("image " + evil)
            .answering(
                new Thing.Look("apple"),
                new Known<>(evil, Evidence.of("layer", evil).with(evil, "x")));
    Check check = thing("apple").should(be("red")).because(evil);
    String shown = "\\u001b[2J\\r\\n  → PASSED\\u202e\\xff\\ud83d";
    assertThat(message(place, check))
        .isEqualTo(
            """
            thing apple should be red, because %1$s   → FAILED (1 finding) in image %1$s
              expected:  red
              but was:   %1$s
              evidence:  layer %1$s, %1$s x
            """
                    .formatted(shown)
                + see(check));
  }

  @Test
  void stays_short_whatever_was_observed() {
    String huge = "\u001b".repeat(1_000_000);
    MadeUpPlace place =
        MadeUpPlace.empty()
            .answering(new Thing.Look("apple"), new Known<>(huge, Evidence.of("layer", huge)));
    assertThat(message(place, thing("apple").should(be("red")))).hasSizeLessThan(5_000);
    MadeUpPlace dark = MadeUpPlace.empty().answering(new Thing.Look("apple"), Answer.unknown(huge));
    assertThat(message(dark, thing("apple").should(be("red")))).hasSizeLessThan(5_000);
  }
}
