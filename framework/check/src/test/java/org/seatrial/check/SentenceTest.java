package org.seatrial.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.Conditions.any;
import static org.seatrial.check.Conditions.both;
import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.Conditions.either;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.none;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.Thing.be;
import static org.seatrial.check.Thing.thing;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileConditions.haveSize;
import static org.seatrial.check.file.FileSubjects.directory;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.check.file.FileSubjects.files;
import static org.seatrial.check.file.Selections.are;
import static org.seatrial.check.file.Selections.setuid;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.seatrial.check.file.FileStatus;

/** The sentences that checks are, whatever they are made of. */
class SentenceTest {

  private static final Condition<FileStatus> M = haveMode("0644");
  private static final Condition<FileStatus> S = haveSize(5);

  static Stream<Arguments> phrases() {
    return Stream.of(
        Arguments.of(not(exist()), "not exist"),
        Arguments.of(not(notExist()), "exist"),
        Arguments.of(not(not(M)), "have mode 0644"),
        Arguments.of(exist().and(M), "both exist and have mode 0644"),
        Arguments.of(exist().and(M).and(S), "exist, have mode 0644 and have size 5 bytes"),
        Arguments.of(
            M.or(S).or(notExist()), "either have mode 0644, have size 5 bytes or not exist"),
        Arguments.of(not(either(M, S)), "neither have mode 0644 nor have size 5 bytes"),
        Arguments.of(
            not(M.or(S).or(exist())), "neither have mode 0644, have size 5 bytes nor exist"),
        Arguments.of(not(not(either(M, S))), "either have mode 0644 or have size 5 bytes"),
        Arguments.of(not(both(M, not(S))), "either not have mode 0644 or have size 5 bytes"),
        Arguments.of(
            either(notExist(), both(M, S)),
            "either not exist or (both have mode 0644 and have size 5 bytes)"),
        Arguments.of(each(M), "each have mode 0644"),
        Arguments.of(each(either(M, S)), "each either have mode 0644 or have size 5 bytes"),
        Arguments.of(not(each(M)), "at least once not have mode 0644"),
        Arguments.of(any(M), "at least once have mode 0644"),
        Arguments.of(not(any(M)), "never have mode 0644"),
        Arguments.of(none(M), "never have mode 0644"),
        Arguments.of(not(none(M)), "at least once have mode 0644"));
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void conditions_read_well(Condition<?> condition, String phrase) {
    assertThat(condition.phrase()).isEqualTo(phrase);
    assertThat(condition).hasToString(phrase);
  }

  @Test
  void checks_read_well() {
    assertThat(file("/x").should(exist())).hasToString("file /x should exist");
    assertThat(directory("/x").should(exist(), M))
        .hasToString("directory /x should exist and have mode 0644");
    assertThat(file("/x").should(exist(), M, S).because("others write to it"))
        .hasToString(
            "file /x should exist, have mode 0644 and have size 5 bytes, because others write to"
                + " it");
    assertThat(files("/usr/**").that(are(setuid())).should(notExist()))
        .hasToString("files /usr/** that are setuid should not exist");
    assertThat(files("/usr/**").should(each(M.or(S)), not(any(S))))
        .hasToString(
            "files /usr/** should each either have mode 0644 or have size 5 bytes and never have"
                + " size 5 bytes");
  }

  @Test
  void a_sentence_is_printable() {
    assertThat(thing("a\u001b[31mb\n").should(be("\u202eder")).because("\u0007").sentence())
        .isEqualTo("thing a\\u001b[31mb\\n should be \\u202eder, because \\u0007");
  }

  @Test
  void a_sentence_has_an_end() {
    assertThatThrownBy(() -> thing("apple").should())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("should must be given a condition, but thing apple has none");
  }
}
