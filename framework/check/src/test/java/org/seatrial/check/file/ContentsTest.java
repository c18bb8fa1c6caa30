package org.seatrial.check.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.check.file.ContentConditions.haveContent;
import static org.seatrial.check.file.ContentConditions.haveLine;
import static org.seatrial.check.file.ContentConditions.haveLineMatching;
import static org.seatrial.check.file.ContentConditions.haveOnlyLinesMatching;
import static org.seatrial.check.file.ContentConditions.haveSha256;
import static org.seatrial.check.file.ContentConditions.match;
import static org.seatrial.check.file.FileSubjects.file;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.Condition;
import org.seatrial.check.Finding;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;
import org.seatrial.check.madeup.MadeUpPlace;

/** Contents of all kinds: line ends, other encodings, hostile text, and what is shown of them. */
class ContentsTest {

  private static Verdict verdict(byte[] content, Condition<? super FileStatus> condition) {
    MadeUpPlace place = MadeUpPlace.empty().with(FileStatus.regular("/f"), content);
    return Inspection.of(place).verdicts(List.of(file("/f").should(condition))).get(0);
  }

  private static Verdict verdict(String content, Condition<? super FileStatus> condition) {
    return verdict(FileContent.of(content).bytes(), condition);
  }

  private static boolean holds(String content, Condition<? super FileStatus> condition) {
    return verdict(content, condition).outcome() == Outcome.PASSED;
  }

  private static String actual(String content, Condition<? super FileStatus> condition) {
    List<Finding> findings = verdict(content, condition).findings();
    assertThat(findings).hasSize(1);
    return findings.get(0).actual();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\nb\n", "a\r\nb\r\n", "b", "\n\nb\n"})
  void lines_have_any_end(String content) {
    assertThat(holds(content, haveLine("b"))).isTrue();
    assertThat(holds(content, haveLineMatching("^b$"))).isTrue();
    assertThat(holds(content, haveLine("c"))).isFalse();
  }

  @Test
  void the_whole_text_is_matched_across_lines() {
    assertThat(holds("a\nb\n", match("^b$"))).isFalse();
    assertThat(holds("a\nb\n", match("(?m)^b$"))).isTrue();
    assertThat(holds("a\nb\n", match("a.b"))).isFalse();
    assertThat(holds("a\nb\n", match("(?s)a.b"))).isTrue();
    assertThat(holds("", match("^$"))).isTrue();
  }

  @Test
  void an_empty_file_has_no_line() {
    assertThat(holds("", haveOnlyLinesMatching("x"))).isTrue();
    assertThat(holds("", haveLine(""))).isFalse();
    assertThat(holds("\n", haveLine(""))).isTrue();
    assertThat(holds("\n", haveOnlyLinesMatching("x"))).isFalse();
    assertThat(holds("", contain(""))).isTrue();
    assertThat(holds("", haveContent(""))).isTrue();
  }

  @Test
  void invalid_utf8_is_text_all_the_same() {
    Verdict verdict = verdict(new byte[] {'a', (byte) 0xff, 'b'}, contain("c"));
    assertThat(verdict.findings().get(0).actual()).isEqualTo("3 bytes: \"a\ufffdb\"");
  }

  @ParameterizedTest
  @CsvSource({
    "'ab', 'content \"ab\"; it ends too early'",
    "'abcd', 'content \"abcd\"; it differs in line 1: \"abcd\"'",
    "'', 'content \"\"; it ends too early'",
    "'xbc', 'content \"xbc\"; it differs in line 1: \"xbc\"'"
  })
  void a_difference_is_computed(String content, String shown) {
    assertThat(actual(content, haveContent("abc"))).isEqualTo(shown);
  }

  @Test
  void a_difference_is_found_in_its_line() {
    String many = "same\n".repeat(1_000);
    assertThat(actual(many + "other\nrest", haveContent(many + "wanted\nrest")))
        .endsWith("; it differs in line 1001: \"other\"");
    assertThat(actual(many, haveContent(many + "x"))).endsWith("; it ends too early");
    assertThat(actual(many + "x", haveContent(many))).endsWith("; it differs in line 1001: \"x\"");
  }

  @Test
  void offending_lines_are_counted_and_the_first_is_shown() {
    assertThat(actual("ok\nbad\nok\nworse\n", haveOnlyLinesMatching("^ok$")))
        .isEqualTo("2 of 4 lines do not match, first line 2: \"bad\"");
  }

  @Test
  void no_more_is_shown_than_a_person_reads() {
    String secretless = "\u001b[2J" + "x".repeat(1_000_000);
    assertThat(actual(secretless, contain("y")))
        .startsWith("1000004 bytes: \"\\u001b[2Jxxx")
        .hasSizeLessThan(300);
  }

  @Test
  void expressions_take_linear_time() {
    String evil = "a".repeat(100_000) + "!";
    assertTimeout(
        Duration.ofSeconds(10), () -> assertThat(holds(evil, match("^(a+)+$"))).isFalse());
    assertTimeout(
        Duration.ofSeconds(10),
        () -> assertThat(holds(evil, haveOnlyLinesMatching("^(a|aa)+$"))).isFalse());
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "a(?=b)", "\\1", "[z-a]", "(?<!x)"})
  void expressions_have_the_syntax_of_re2(String regex) {
    assertThatThrownBy(() -> match(regex))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("regex must have RE2's syntax, but /" + regex + "/ has not: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "sha256:abc", "zz"})
  void digests_are_written_out(String hex) {
    assertThatThrownBy(() -> haveSha256(hex))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sha256 must be 64 hexadecimal digits, but was \"" + hex + "\"");
  }

  @Test
  void a_file_too_large_to_read_is_undetermined() {
    MadeUpPlace place = MadeUpPlace.empty().with("/f", "x".repeat(ReadRequest.LIMIT) + "y");
    Verdict verdict =
        Inspection.of(place).verdicts(List.of(file("/f").should(contain("x")))).get(0);
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(verdict.message()).contains("/f has more than 8388608 bytes");
  }

  @Test
  void a_content_is_a_value() {
    byte[] bytes = {1, 2, 3};
    FileContent content = FileContent.of(bytes);
    bytes[0] = 9;
    content.bytes()[1] = 9;
    assertThat(content)
        .isEqualTo(FileContent.of(new byte[] {1, 2, 3}))
        .hasSameHashCodeAs(FileContent.of(new byte[] {1, 2, 3}))
        .hasToString("FileContent[3 bytes]");
    assertThat(content).isNotEqualTo(FileContent.of("abc"));
  }
}
