package org.seatrial.check.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.check.file.ContentConditions.haveContent;
import static org.seatrial.check.file.ContentConditions.haveOnlyLinesMatching;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Answer;
import org.seatrial.check.Condition;
import org.seatrial.check.DerivedRequest;
import org.seatrial.check.Facts;
import org.seatrial.check.Finding;
import org.seatrial.check.Inspection;
import org.seatrial.check.Judgement;
import org.seatrial.check.Request;
import org.seatrial.check.madeup.MadeUpPlace;

/** Text that is no file's: of which only a part was read, and whose end says most. */
class TextSourceTest {

  private static final String UNREAD = "only the last 2 lines were read";

  private record Tail(String text, Optional<String> missing) implements TextSource {
    @Override
    public Request<FileContent> content() {
      return new Given(FileContent.of(text));
    }

    @Override
    public boolean grows() {
      return true;
    }
  }

  private record Given(FileContent content) implements DerivedRequest<FileContent> {
    @Override
    public Set<Request<?>> sources() {
      return Set.of();
    }

    @Override
    public Answer<FileContent> derive(Facts facts) {
      return Answer.known(content);
    }
  }

  private static Judgement judge(Condition<TextSource> condition, String missing) {
    Facts facts = Inspection.of(MadeUpPlace.empty()).fetch(Set.of());
    Tail tail = new Tail("a\nb\n", Optional.of(missing).filter(part -> !part.isEmpty()));
    return condition.judge(Answer.known(tail), facts);
  }

  private static Judgement open(String actual) {
    return Judgement.undetermined(UNREAD + ", and that leaves it open: " + actual);
  }

  @Test
  void what_is_found_in_a_part_is_in_the_whole() {
    assertThat(judge(contain("b"), UNREAD)).isInstanceOf(Judgement.Holds.class);
    assertThat(judge(not(contain("b")), UNREAD)).isInstanceOf(Judgement.Violated.class);
    assertThat(judge(haveOnlyLinesMatching("a"), UNREAD)).isInstanceOf(Judgement.Violated.class);
  }

  @Test
  void what_is_not_found_in_a_part_may_be_in_the_whole() {
    assertThat(judge(contain("x"), UNREAD)).isEqualTo(open("2 lines: \"a\\nb\\n\""));
    assertThat(judge(not(contain("x")), UNREAD)).isEqualTo(open("2 lines: \"a\\nb\\n\""));
    assertThat(judge(haveOnlyLinesMatching("."), UNREAD)).isEqualTo(open("2 lines, and all match"));
    assertThat(judge(haveContent("a\nb\n"), UNREAD)).isEqualTo(open("content \"a\\nb\\n\""));
  }

  @Test
  void the_end_is_shown_of_what_grows() {
    Judgement judgement = judge(contain("x"), "");
    assertThat(judgement.findings())
        .extracting(Finding::actual)
        .containsOnly("2 lines: \"a\\nb\\n\"");
    Tail tail = new Tail("x".repeat(300) + "\nready\n", Optional.empty());
    Facts facts = Inspection.of(MadeUpPlace.empty()).fetch(Set.of());
    assertThat(contain("zz").judge(Answer.known(tail), facts).findings())
        .extracting(Finding::actual)
        .containsExactly("2 lines, the end: \"" + "x".repeat(193) + "\\nready\\n\"");
  }
}
