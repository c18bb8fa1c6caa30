package org.seatrial.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Answer.Absent;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;

/** Three-valued answers, and the evidence that they carry along. */
class AnswerTest {

  private static final Evidence FIRST = Evidence.of("layer", "1").with("path", "/a");
  private static final Evidence SECOND = Evidence.of("path", "/b").with("line", "3");

  private final InspectionException cause = new InspectionException("it is dark");

  @Test
  void a_known_one_leads_on_with_the_evidence_of_both() {
    Answer<Integer> known = new Known<>(6, FIRST);
    Evidence both = Evidence.of("layer", "1").with("path", "/b").with("line", "3");
    assertThat(known.map(n -> n * 7)).isEqualTo(new Known<>(42, FIRST));
    assertThat(known.then(n -> new Known<>(n * 7, SECOND))).isEqualTo(new Known<>(42, both));
    assertThat(known.then(n -> new Absent<>(SECOND))).isEqualTo(new Absent<>(both));
    assertThat(known.then(n -> Answer.unknown(cause))).isEqualTo(Answer.unknown(cause));
  }

  @Test
  void an_absent_one_stays_absent() {
    Answer<Integer> absent = new Absent<>(FIRST);
    assertThat(absent.map(n -> n * 7)).isEqualTo(absent);
    assertThat(absent.then(n -> Answer.unknown("?"))).isEqualTo(absent);
  }

  @Test
  void an_unknown_one_stays_unknown_and_keeps_its_cause() {
    Answer<Integer> unknown = Answer.unknown(cause);
    assertThat(unknown).isEqualTo(new Unknown<>("it is dark", Optional.of(cause)));
    assertThat(unknown.map(n -> n * 7)).isEqualTo(unknown);
    assertThat(unknown.then(n -> Answer.absent())).isEqualTo(unknown);
    assertThat(Answer.unknown("?")).isEqualTo(new Unknown<>("?", Optional.empty()));
  }

  @Test
  void evidence_keeps_its_order_and_its_keys_unique() {
    Evidence both = FIRST.and(SECOND);
    assertThat(both.text()).isEqualTo("layer 1, path /b, line 3");
    assertThat(both.detail("path")).contains("/b");
    assertThat(both.detail("pid")).isEmpty();
    assertThat(Evidence.none().and(FIRST)).isEqualTo(FIRST);
    assertThat(FIRST.and(Evidence.none())).isEqualTo(FIRST);
    assertThat(Evidence.none().text()).isEmpty();
    assertThat(Evidence.of("made by", "RUN \u001b[0m").text()).isEqualTo("made by RUN \\u001b[0m");
  }

  @Test
  void a_finding_is_about_what_was_first_said() {
    Finding finding = Finding.of("a", "b", FIRST);
    assertThat(finding.about("/x").about("/y").about()).isEqualTo("/x");
    assertThat(finding.perhaps("mend it")).isEqualTo(new Finding("", "a", "b", FIRST, "mend it"));
  }

  @Test
  void a_violation_has_a_finding() {
    assertThatThrownBy(() -> new Judgement.Violated(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
