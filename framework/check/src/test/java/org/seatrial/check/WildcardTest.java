package org.seatrial.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns for names and for the elements of paths. */
class WildcardTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "abc abc",
        "* abc",
        "a* abc",
        "*c abc",
        "a*c abc",
        "a*c ac",
        "*b* abc",
        "** abc",
        "a?c abc",
        "??? abc",
        "[abc] b",
        "[a-c] b",
        "[!a-c] d",
        "[a-cx-z] y",
        "[]] ]",
        "[]a] a",
        "[!]] a",
        "[a-] -",
        "[-a] -",
        "[!-a] b",
        "\\* *",
        "\\? ?",
        "\\[a\\] [a]",
        "\\\\ \\",
        "a\\bc abc",
        "[ [",
        "[a [a",
        "x[ x[",
        "*.so.[0-9]* libc.so.6",
        "*a*a*a* banana",
        "? 😀",
        "[😀] 😀",
        "[a-😀] 日",
        "*? 😀",
        "\\😀 😀",
        "a\\ a\\",
        "*abab ababab",
        "[\\] \\",
        ". .",
        "a.c a.c",
        "+ +",
        "(x) (x)"
      })
  void match(String pattern, String name) {
    assertThat(Wildcard.matches(pattern, name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "abc ab", "abc abcd", "abc ABC", "a* ba", "a?c ac", "? ab", "[abc] d", "[!a-c] b",
        "[a-c] ab", "[c-a] b", "[] a", "\\* a", "\\[a] a", "a.c abc", "*a*a*a*a* banana", "?? 😀",
        "[!😀] 😀", "a\\ a", "(x) x"
      })
  void do_not_match(String pattern, String name) {
    assertThat(Wildcard.matches(pattern, name)).isFalse();
  }

  @Test
  void match_nothing_by_stars_only() {
    assertThat(Wildcard.matches("", "")).isTrue();
    assertThat(Wildcard.matches("**", "")).isTrue();
    assertThat(Wildcard.matches("", "a")).isFalse();
    assertThat(Wildcard.matches("?", "")).isFalse();
    assertThat(Wildcard.matches("[!a]", "")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "abc, true, abc", "a\\*c, true, a*c", "a\\\\, true, a\\", "a\\, true, a\\", "\\\\*, false, x",
    "a*, false, x", "?, false, x", "[a], false, x", "\\[a], true, [a]", "😀, true, 😀"
  })
  void have_a_literal_meaning(String pattern, boolean literal, String text) {
    assertThat(Wildcard.isLiteral(pattern)).isEqualTo(literal);
    if (literal) {
      assertThat(Wildcard.literal(pattern)).isEqualTo(text);
      assertThat(Wildcard.matches(pattern, text)).isTrue();
    }
  }

  @Test
  void take_a_bounded_time() {
    String pattern = "*a".repeat(500) + "b";
    String name = "a".repeat(4_000);
    assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          for (int i = 0; i < 10; i++) {
            assertThat(Wildcard.matches(pattern, name)).isFalse();
          }
        });
    List<String> elements = Collections.nCopies(200, "**");
    List<String> paths = Collections.nCopies(2_000, "a");
    assertTimeout(
        Duration.ofSeconds(5),
        () -> assertThat(Wildcard.matchesAll(plus(elements, "b"), paths)).isFalse());
  }

  private static List<String> plus(List<String> elements, String last) {
    List<String> all = new ArrayList<>(elements);
    all.add(last);
    return all;
  }

  /** The same meaning, written so that it can be seen to be right, and slow. */
  private static boolean naive(String pattern, String name) {
    if (pattern.isEmpty()) {
      return name.isEmpty();
    }
    char first = pattern.charAt(0);
    String rest = pattern.substring(1);
    if (first == '*') {
      return naive(rest, name) || (!name.isEmpty() && naive(pattern, name.substring(1)));
    }
    boolean taken = !name.isEmpty() && (first == '?' || first == name.charAt(0));
    return taken && naive(rest, name.substring(1));
  }

  private static boolean naive(List<String> pattern, List<String> names) {
    if (pattern.isEmpty()) {
      return names.isEmpty();
    }
    List<String> rest = pattern.subList(1, pattern.size());
    if (pattern.get(0).equals("**")) {
      for (int taken = rest.isEmpty() ? 1 : 0; taken <= names.size(); taken++) {
        if (naive(rest, names.subList(taken, names.size()))) {
          return true;
        }
      }
      return false;
    }
    return !names.isEmpty()
        && naive(pattern.get(0), names.get(0))
        && naive(rest, names.subList(1, names.size()));
  }

  private static String text(Random random, String letters, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  private static List<String> path(Random random, String letters) {
    List<String> path = new ArrayList<>();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      path.add(random.nextInt(3) == 0 && letters.contains("*") ? "**" : text(random, letters, 3));
    }
    return path;
  }

  @RepeatedTest(20)
  void mean_what_a_naive_matcher_says(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int matched = 0;
    for (int i = 0; i < 5_000; i++) {
      String pattern = text(random, "ab*?", 7);
      String name = text(random, "ab", 9);
      boolean expected = naive(pattern, name);
      assertThat(Wildcard.matches(pattern, name))
          .as("%s and %s", pattern, name)
          .isEqualTo(expected);
      List<String> elements = path(random, "ab*?");
      List<String> names = path(random, "ab");
      boolean expectedAll = naive(elements, names);
      assertThat(Wildcard.matchesAll(elements, names))
          .as("%s and %s", elements, names)
          .isEqualTo(expectedAll);
      matched += (expected ? 1 : 0) + (expectedAll ? 1 : 0);
    }
    assertThat(matched).isBetween(500, 9_500);
  }
}
