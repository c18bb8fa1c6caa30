package org.seatrial.check.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileSubjects.directory;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.check.file.FileSubjects.path;
import static org.seatrial.check.file.FileSubjects.symlink;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.Check;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;
import org.seatrial.check.madeup.MadeUpPlace;

/** What the nouns for files look at, and what they say to something else in its place. */
class FileSubjectsTest {

  private static final MadeUpPlace PLACE =
      MadeUpPlace.empty()
          .with("/etc/app.conf", "ssl = on\n")
          .with(FileStatus.directory("/etc/app.d"))
          .with(FileStatus.symlink("/etc/link.conf", "app.conf"))
          .with(FileStatus.symlink("/etc/link.d", "/etc/app.d"))
          .with(FileStatus.symlink("/etc/dangling", "nowhere"));

  private static Verdict verdict(Check check) {
    return Inspection.of(PLACE).verdicts(List.of(check)).get(0);
  }

  private static Outcome outcome(Check check) {
    return verdict(check).outcome();
  }

  @Test
  void file_and_directory_follow_links() {
    assertThat(outcome(file("/etc/link.conf").should(exist(), contain("ssl"), haveMode("0644"))))
        .isEqualTo(Outcome.PASSED);
    assertThat(outcome(directory("/etc/link.d").should(exist()))).isEqualTo(Outcome.PASSED);
    assertThat(outcome(file("/etc/dangling").should(notExist()))).isEqualTo(Outcome.PASSED);
  }

  @Test
  void symlink_and_path_do_not() {
    assertThat(outcome(symlink("/etc/dangling").should(exist()))).isEqualTo(Outcome.PASSED);
    assertThat(outcome(path("/etc/dangling").should(exist(), haveMode("0777"))))
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void something_else_in_its_place_is_reported_once() {
    Verdict verdict =
        verdict(directory("/etc/link.conf").should(exist(), haveMode("0755"), not(notExist())));
    assertThat(verdict.message())
        .isEqualTo(
            """
            directory /etc/link.conf should exist, have mode 0755 and exist   → FAILED (1 finding) in made-up place
              expected:  directory
              but was:   regular file, mode 0644, owner 0:0, 9 bytes
              skipped:   have mode 0755 (it is no directory), exist (it is no directory)
              see:       check %s, %s\
            """
                .formatted(verdict.check().id(), verdict.check().source()));
  }

  @Test
  void something_else_in_its_place_is_not_nothing() {
    Verdict verdict = verdict(file("/etc/app.d").should(notExist()));
    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.findings())
        .extracting(finding -> finding.expected() + " / " + finding.actual())
        .containsExactly("not to exist / directory, mode 0755, owner 0:0");
  }

  @Test
  void no_negation_passes_for_something_else() {
    assertThat(outcome(file("/etc/app.d").should(not(haveMode("0644"))))).isEqualTo(Outcome.FAILED);
    assertThat(outcome(symlink("/etc/app.d").should(not(haveMode("0644")))))
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void contents_of_what_has_none_are_undetermined() {
    Verdict verdict = verdict(path("/etc/app.d").should(contain("ssl")));
    assertThat(verdict.message())
        .startsWith(
            "could not determine whether path /etc/app.d should contain \"ssl\":"
                + " can't read /etc/app.d: it is a directory   → UNDETERMINED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "etc/passwd", ".", "/a\0b"})
  void refuse_paths_that_are_not_absolute(String path) {
    assertThatThrownBy(() -> file(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("path must be absolute, such as /etc/passwd, but was \"" + path + "\"");
  }
}
