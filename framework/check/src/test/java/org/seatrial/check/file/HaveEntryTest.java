package org.seatrial.check.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.file.FileConditions.haveEntry;
import static org.seatrial.check.file.FileSubjects.directory;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.Check;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.madeup.MadeUpPlace;

/** That a directory has an entry, by the contract. */
class HaveEntryTest extends ConditionContract<FileStatus> {

  @Override
  protected ConditionExample<FileStatus> example() {
    return ConditionExample.of(directory("/doc"), haveEntry("copyright"), "have an entry copyright")
        .holdsIn(MadeUpPlace.empty().with("/doc/copyright", "free"))
        .isViolatedIn(
            MadeUpPlace.empty().with("/doc/changelog", ""),
            """
            directory /doc should have an entry copyright   → FAILED (1 finding) in made-up place
              expected:  an entry copyright
              but was:   nothing is there
            """)
        .negated(
            """
            directory /doc should not have an entry copyright   → FAILED (1 finding) in made-up place
              expected:  not to have an entry copyright
              but was:   regular file, mode 0644, owner 0:0, 4 bytes
            """)
        .absent(
            """
            directory /doc should have an entry copyright   → FAILED (1 finding) in made-up place
              expected:  an entry copyright
              but was:   nothing is there
            """);
  }

  @Test
  void looks_into_the_root() {
    assertThat(outcome(MadeUpPlace.empty().with("/etc/passwd", ""), "/", "etc"))
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void counts_no_link_that_leads_nowhere() {
    MadeUpPlace place = MadeUpPlace.empty().with(FileStatus.symlink("/doc/copyright", "gone"));
    assertThat(outcome(place, "/doc", "copyright")).isEqualTo(Outcome.FAILED);
    assertThat(outcome(place.with("/doc/gone", ""), "/doc", "copyright")).isEqualTo(Outcome.PASSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "/"})
  void refuses_what_is_no_single_element(String name) {
    assertThatThrownBy(() -> haveEntry(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("name must be a single element of a path, but was \"%s\"", name);
  }

  private static Outcome outcome(MadeUpPlace place, String folder, String name) {
    Check check = directory(folder).should(haveEntry(name));
    return Inspection.of(place).verdicts(List.of(check)).get(0).outcome();
  }
}
