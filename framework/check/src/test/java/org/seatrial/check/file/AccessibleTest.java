package org.seatrial.check.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.file.FileConditions.beExecutableBy;
import static org.seatrial.check.file.FileConditions.beReadableBy;
import static org.seatrial.check.file.FileConditions.beWritableBy;
import static org.seatrial.check.file.FileStatus.directory;
import static org.seatrial.check.file.FileStatus.regular;
import static org.seatrial.check.file.FileSubjects.path;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatrial.check.Answer;
import org.seatrial.check.Condition;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.madeup.MadeUpPlace;

/**
 * Access as the kernel grants it: one class of bits counts, and the way to the file must be open.
 */
class AccessibleTest {

  private static final MadeUpPlace PLACE = MadeUpPlace.empty();

  private static Outcome outcome(MadeUpPlace place, Condition<FileStatus> condition) {
    return Inspection.of(place)
        .verdicts(List.of(path("/a/b/f").should(condition)))
        .get(0)
        .outcome();
  }

  private static boolean can(MadeUpPlace place, String what, long uid, long... gids) {
    Condition<FileStatus> condition =
        switch (what) {
          case "r" -> beReadableBy(uid, gids);
          case "w" -> beWritableBy(uid, gids);
          default -> beExecutableBy(uid, gids);
        };
    return outcome(place, condition) == Outcome.PASSED;
  }

  /** The file is 1001:50; uid 7 is in group 50 or in none. */
  @ParameterizedTest
  @CsvSource({
    // mode, owner, group member, somebody else, root
    "0000, '', '', '', rw",
    "0400, r, '', '', rw",
    "0040, '', r, '', rw",
    "0004, '', '', r, rw",
    "0777, rwx, rwx, rwx, rwx",
    "0077, '', rwx, rwx, rwx",
    "0707, rwx, '', rwx, rwx",
    "0770, rwx, rwx, '', rwx",
    "0641, rw, r, x, rwx",
    "0100, x, '', '', rwx",
    "0010, '', x, '', rwx",
    "0666, rw, rw, rw, rw",
    "4755, rwx, rx, rx, rwx",
    "1002, '', '', w, rw"
  })
  void only_one_class_of_bits_counts(
      String mode, String owner, String member, String other, String root) {
    MadeUpPlace place = PLACE.with(regular("/a/b/f").withMode(mode).withOwner(1001, 50));
    for (String what : List.of("r", "w", "x")) {
      assertThat(can(place, what, 1001)).as("owner " + what).isEqualTo(owner.contains(what));
      assertThat(can(place, what, 1001, 50)).as("owner, too").isEqualTo(owner.contains(what));
      assertThat(can(place, what, 7, 9, 50)).as("member " + what).isEqualTo(member.contains(what));
      assertThat(can(place, what, 7, 9)).as("other " + what).isEqualTo(other.contains(what));
      assertThat(can(place, what, 7)).as("nobody " + what).isEqualTo(other.contains(what));
      assertThat(can(place, what, 0)).as("root " + what).isEqualTo(root.contains(what));
    }
  }

  @Test
  void every_directory_above_must_be_open() {
    MadeUpPlace open = PLACE.with(regular("/a/b/f").withMode("0666"));
    assertThat(can(open, "r", 7)).isTrue();
    for (String above : List.of("/", "/a", "/a/b")) {
      MadeUpPlace closed = open.with(directory(above).withMode("0766"));
      assertThat(can(closed, "r", 7)).as(above).isFalse();
      assertThat(can(closed, "r", 0)).as(above).isTrue();
      MadeUpPlace searchable = open.with(directory(above).withMode("0711"));
      assertThat(can(searchable, "r", 7)).as(above).isTrue();
    }
  }

  @Test
  void root_enters_every_directory_and_executes_what_anybody_may() {
    MadeUpPlace place = PLACE.with(directory("/a/b/f").withMode("0000"));
    assertThat(can(place, "x", 0)).isTrue();
    assertThat(can(place, "x", 7)).isFalse();
  }

  @Test
  void what_decides_alone_needs_nothing_else() {
    MadeUpPlace place =
        PLACE
            .with(regular("/a/b/f").withMode("0600"))
            .answering(new StatRequest("/a", Links.KEEP), Answer.unknown("it is dark"));
    assertThat(outcome(place, beReadableBy(7))).isEqualTo(Outcome.FAILED);
    assertThat(outcome(place, beReadableBy(0))).isEqualTo(Outcome.UNDETERMINED);
    MadeUpPlace closed = place.with(directory("/a/b").withMode("0700"));
    assertThat(outcome(closed.with(regular("/a/b/f")), beReadableBy(7))).isEqualTo(Outcome.FAILED);
  }
}
