package org.seatrial.check.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.file.FileConditions.haveEntry;
import static org.seatrial.check.file.FileSubjects.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.Answer;
import org.seatrial.check.Check;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Place;
import org.seatrial.check.Request;
import org.seatrial.check.Verdict;

class HaveEntryTest {

  private static final Check CHECK = directory("/doc").should(haveEntry("copyright"));

  @Test
  void passes_where_the_entry_is() {
    Verdict verdict = verdict(CHECK, Map.of("/doc", folder(), "/doc/copyright", entry()));
    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void fails_where_the_entry_is_not() {
    assertThat(verdict(CHECK, Map.of("/doc", folder())).message())
        .isEqualTo(
            """
            directory /doc should have an entry copyright   → FAILED (1 finding) in shelf
              expected:  an entry copyright
              but was:   nothing is there
              see:       check %s, %s\
            """
                .formatted(CHECK.id(), CHECK.source()));
  }

  @Test
  void fails_where_no_directory_is() {
    assertThat(verdict(CHECK, Map.of()).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void is_undetermined_where_nobody_could_look() {
    Map<String, Answer<FileStatus>> blind =
        Map.of("/doc", folder(), "/doc/copyright", Answer.unknown("it is dark"));
    assertThat(verdict(CHECK, blind).outcome()).isEqualTo(Outcome.UNDETERMINED);
    Check negated = directory("/doc").should(not(haveEntry("copyright")));
    assertThat(verdict(negated, blind).outcome()).isEqualTo(Outcome.UNDETERMINED);
  }

  @Test
  void is_negated_in_verdict_and_text() {
    Check negated = directory("/doc").should(not(haveEntry("copyright")));
    assertThat(negated.sentence()).isEqualTo("directory /doc should not have an entry copyright");
    assertThat(verdict(negated, Map.of("/doc", folder())).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict(negated, Map.of("/doc", folder(), "/doc/copyright", entry())).outcome())
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void looks_into_the_root() {
    Map<String, Answer<FileStatus>> root =
        Map.of("/", Answer.known(FileStatus.directory("/")), "/etc", folder());
    Check check = directory("/").should(haveEntry("etc"));
    assertThat(verdict(check, root).outcome()).isEqualTo(Outcome.PASSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "/"})
  void refuses_what_is_no_single_element(String name) {
    assertThatThrownBy(() -> haveEntry(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("name must be a single element of a path, but was \"%s\"", name);
  }

  private static Answer<FileStatus> folder() {
    return Answer.known(FileStatus.directory("/doc"));
  }

  private static Answer<FileStatus> entry() {
    return Answer.known(FileStatus.regular("/doc/copyright"));
  }

  private static Verdict verdict(Check check, Map<String, Answer<FileStatus>> files) {
    return Inspection.of(new Shelf(files)).verdicts(List.of(check)).get(0);
  }

  /** A place in which these files are. */
  private record Shelf(Map<String, Answer<FileStatus>> files) implements Place {

    @Override
    public String name() {
      return "shelf";
    }

    @Override
    public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
      Map<Request<?>, Answer<?>> answers = new HashMap<>();
      for (Request<?> request : requests) {
        String path = ((StatRequest) request).path();
        answers.put(request, files.getOrDefault(path, Answer.absent()));
      }
      return answers;
    }
  }
}
