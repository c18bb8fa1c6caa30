package org.seatrial.check.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileStatus.directory;
import static org.seatrial.check.file.FileStatus.regular;
import static org.seatrial.check.file.FileStatus.symlink;
import static org.seatrial.check.file.FileSubjects.files;
import static org.seatrial.check.file.Selections.allOf;
import static org.seatrial.check.file.Selections.anyOf;
import static org.seatrial.check.file.Selections.are;
import static org.seatrial.check.file.Selections.areNot;
import static org.seatrial.check.file.Selections.directories;
import static org.seatrial.check.file.Selections.executable;
import static org.seatrial.check.file.Selections.largerThan;
import static org.seatrial.check.file.Selections.ofGroup;
import static org.seatrial.check.file.Selections.ofType;
import static org.seatrial.check.file.Selections.ownedBy;
import static org.seatrial.check.file.Selections.regularFiles;
import static org.seatrial.check.file.Selections.setgid;
import static org.seatrial.check.file.Selections.setuid;
import static org.seatrial.check.file.Selections.sticky;
import static org.seatrial.check.file.Selections.symlinks;
import static org.seatrial.check.file.Selections.withCapabilities;
import static org.seatrial.check.file.Selections.worldWritable;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.seatrial.check.Check;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.madeup.MadeUpPlace;

/** Selections of files: what they mean, how they read, and what an empty one is. */
class SelectionTest {

  private static final FileCapabilities RAW = new FileCapabilities(1 << 13, 0, true, 0);

  private static final List<FileStatus> FILES =
      List.of(
          regular("/plain"),
          regular("/big").withSize(1_001),
          regular("/su").withMode("4755"),
          regular("/wall").withMode("2711").withOwner(0, 5),
          regular("/loose").withMode("0666").withOwner(7, 7),
          regular("/ping").withMode("0750").withCapabilities(RAW),
          directory("/dir"),
          directory("/tmp").withMode("1777"),
          directory("/shared").withMode("2775").withOwner(0, 5),
          symlink("/link", "plain"));

  static Stream<Arguments> selections() {
    return Stream.of(
        Arguments.of(new Selection.Everything(), "of any kind", FILES.size()),
        Arguments.of(regularFiles(), "regular files", 6),
        Arguments.of(directories(), "directories", 3),
        Arguments.of(symlinks(), "symbolic links", 1),
        Arguments.of(ofType(FileType.FIFO), "fifos", 0),
        Arguments.of(ofType(FileType.CHARACTER_DEVICE), "character devices", 0),
        Arguments.of(setuid(), "setuid", 1),
        Arguments.of(setgid(), "setgid", 2),
        Arguments.of(sticky(), "sticky", 1),
        Arguments.of(worldWritable(), "world-writable", 2),
        Arguments.of(executable(), "executable", 3),
        Arguments.of(ownedBy(7), "owned by uid 7", 1),
        Arguments.of(ofGroup(5), "of gid 5", 2),
        Arguments.of(largerThan(1_000), "larger than 1000 bytes", 1),
        Arguments.of(largerThan(1_001), "larger than 1001 bytes", 0),
        Arguments.of(withCapabilities(), "given capabilities", 1),
        Arguments.of(areNot(regularFiles()), "not regular files", 4),
        Arguments.of(areNot(areNot(setuid())), "not not setuid", 1),
        Arguments.of(allOf(regularFiles(), setgid()), "regular files and setgid", 1),
        Arguments.of(anyOf(setuid(), setgid()), "setuid or setgid", 3),
        Arguments.of(
            allOf(regularFiles(), anyOf(setuid(), setgid())),
            "regular files and (setuid or setgid)",
            2),
        Arguments.of(areNot(anyOf(setuid(), setgid())), "not (setuid or setgid)", 7),
        Arguments.of(allOf(setuid()), "setuid", 1),
        Arguments.of(are(anyOf(setuid())), "setuid", 1));
  }

  @ParameterizedTest
  @MethodSource("selections")
  void mean_what_they_say(Selection selection, String phrase, int count) {
    assertThat(selection.phrase()).isEqualTo(phrase);
    assertThat(FILES.stream().filter(selection::selects)).hasSize(count);
  }

  @Test
  void take_no_mode_of_a_link_for_one_of_a_file() {
    FileStatus link = symlink("/x", "y").withMode("6777");
    assertThat(List.of(setuid(), setgid(), worldWritable(), executable()))
        .noneMatch(selection -> selection.selects(link));
  }

  @Test
  void say_what_is_selected() {
    assertThatThrownBy(() -> allOf()).hasMessageStartingWith("parts must not be empty");
    assertThatThrownBy(() -> anyOf()).hasMessageStartingWith("parts must not be empty");
  }

  @Test
  void add_up() {
    Check check =
        files("/**")
            .that(are(regularFiles()))
            .that(are(anyOf(setuid(), setgid())))
            .should(notExist());
    assertThat(check.sentence())
        .isEqualTo("files /** that are regular files and (setuid or setgid) should not exist");
    MadeUpPlace place = MadeUpPlace.empty();
    for (FileStatus file : FILES) {
      place = place.with(file);
    }
    assertThat(Inspection.of(place).verdicts(List.of(check)).get(0).findings())
        .extracting(finding -> finding.about())
        .containsExactly("/su", "/wall");
  }

  @Test
  void fail_when_nothing_is_selected_unless_that_is_allowed() {
    FilesSubject none = files("/nowhere/*");
    assertThat(outcome(none.should(each(haveMode("0644"))))).isEqualTo(Outcome.FAILED);
    assertThat(outcome(none.should(exist()))).isEqualTo(Outcome.FAILED);
    assertThat(outcome(none.should(notExist()))).isEqualTo(Outcome.PASSED);
    assertThat(outcome(none.allowNothing().should(each(haveMode("0644")))))
        .isEqualTo(Outcome.PASSED);
    assertThat(outcome(none.allowNothing().should(notExist()))).isEqualTo(Outcome.PASSED);
    assertThat(outcome(none.allowNothing().should(exist()))).isEqualTo(Outcome.FAILED);
    assertThat(outcome(none.allowNothing().that(are(setuid())).should(each(haveMode("0644")))))
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void stay_undetermined_when_nobody_could_look() {
    Check check = files("/nowhere/*").allowNothing().should(each(haveMode("0644")));
    MadeUpPlace dark = MadeUpPlace.empty().unreadable("it is dark");
    assertThat(Inspection.of(dark).verdicts(List.of(check)).get(0).outcome())
        .isEqualTo(Outcome.UNDETERMINED);
  }

  private static Outcome outcome(Check check) {
    return Inspection.of(MadeUpPlace.empty()).verdicts(List.of(check)).get(0).outcome();
  }
}
