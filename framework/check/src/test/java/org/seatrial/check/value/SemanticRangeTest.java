package org.seatrial.check.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Semantic versions, their order and their ranges. */
class SemanticRangeTest {

  private static boolean contains(String range, String version) {
    return SemanticRange.parse(range).contains(SemanticVersion.parse(version).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1.2.3; 1.2.3 1.2.3+build; 1.2.4 1.2.3-rc.1",
        "=1.2.3; 1.2.3; 1.2.4",
        "== 1.2.3; 1.2.3; 1.2.4",
        "!=1.2.3; 1.2.4 1.2.3-rc.1; 1.2.3",
        "!1.2.3; 1.2.4; 1.2.3",
        ">1.2.3; 1.2.4 2.0.0; 1.2.3 1.2.3-rc.1",
        ">=1.2.3; 1.2.3 1.3.0-alpha; 1.2.3-rc.1",
        "<2.0.0; 1.9.9 2.0.0-rc.1; 2.0.0",
        "<=2.0.0; 2.0.0; 2.0.1",
        ">=1.0.0 <2.0.0; 1.0.0 1.9.9; 2.0.0 0.9.9",
        ">= 1.0.0, < 2.0.0; 1.5.0; 2.0.0",
        "<1.0.0 || >=2.0.0 !=2.0.1; 0.9.0 2.0.0 2.0.2; 1.0.0 2.0.1",
        "1.x; 1.0.0 1.9.9 2.0.0-rc.1; 2.0.0 0.9.9 1.0.0-rc.1",
        "1; 1.0.0; 2.0.0",
        "1.2.X; 1.2.0 1.2.9; 1.3.0",
        "1.2.*; 1.2.0; 1.1.9",
        "1.x.x; 1.5.0; 2.0.0",
        "x; 0.0.0 9.9.9; ",
        "!=1.x; 0.9.9 2.0.0; 1.0.0 1.9.9",
        ">1.x; 2.0.0; 1.9.9",
        ">=1.x; 1.0.0; 0.9.9",
        "<1.x; 0.9.9; 1.0.0",
        "<=1.x; 1.9.9; 2.0.0",
        ">=7.88; 7.88.0 8.0.0; 7.87.9",
        "^1.2.3; 1.2.3 1.9.0 1.3.0-rc.1; 1.2.2 2.0.0 2.0.0-rc.1 1.2.3-rc.1",
        "^1.2; 1.2.0 1.9.9; 1.1.9 2.0.0",
        "^0.2.3; 0.2.3 0.2.9; 0.3.0 0.2.2",
        "^0.0.3; 0.0.3; 0.0.4",
        "^0.0; 0.0.9; 0.1.0",
        "^0; 0.9.9; 1.0.0",
        "^1.2.3-rc.2; 1.2.3-rc.2 1.2.3; 1.2.3-rc.1",
        "~1.2.3; 1.2.3 1.2.9; 1.3.0 1.2.2 1.3.0-rc.1",
        "~1.2; 1.2.0 1.2.9; 1.3.0",
        "~1; 1.0.0 1.9.9; 2.0.0",
        ">=99999999999999999999.0.0; 99999999999999999999.0.1; 99999999999999999998.9.9"
      })
  void contains_what_is_meant(String range, String inside, String outside) {
    for (String version : List.of(inside.split(" ", -1))) {
      assertThat(contains(range, version)).as(version + " in " + range).isTrue();
    }
    if (outside != null) {
      for (String version : List.of(outside.split(" ", -1))) {
        assertThat(contains(range, version)).as(version + " in " + range).isFalse();
      }
    }
  }

  @Test
  void orders_versions_as_the_specification_does() {
    List<SemanticVersion> ordered =
        Stream.of(
                "1.0.0-0",
                "1.0.0-2",
                "1.0.0-10",
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-alpha.beta",
                "1.0.0-beta",
                "1.0.0-beta.2",
                "1.0.0-beta.11",
                "1.0.0-rc.1",
                "1.0.0",
                "1.0.1",
                "1.2.0",
                "1.10.0",
                "2.0.0")
            .map(text -> SemanticVersion.parse(text).orElseThrow())
            .toList();
    for (int i = 0; i < ordered.size(); i++) {
      for (int j = 0; j < ordered.size(); j++) {
        assertThat(Integer.signum(ordered.get(i).compareTo(ordered.get(j))))
            .as("%s and %s", ordered.get(i), ordered.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2",
        "v1.2.3",
        "01.2.3",
        "1.02.3",
        "1.2.3.4",
        "1.2.3-",
        "1.2.3-01",
        "1.2.3-a..b",
        "1.2.3+",
        "1.2.3 ",
        " 1.2.3",
        "1.2.3-\u00e4",
        "-1.2.3",
        "1.2.x",
        "\u0661.2.3"
      })
  void reads_no_other_versions(String text) {
    assertThat(SemanticVersion.parse(text)).isEmpty();
  }

  @Test
  void bounds_versions_and_ranges() {
    assertThat(SemanticVersion.parse("1.2." + "3".repeat(252))).isPresent();
    assertThat(SemanticVersion.parse("1.2." + "3".repeat(253))).isEmpty();
    assertThatThrownBy(() -> SemanticRange.parse(">1.2.3 ".repeat(200)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "||",
        "1.2.3 ||",
        "|| 1",
        "a",
        "> ",
        ">x",
        "^*",
        "1.x.3",
        "x.1",
        "1.2-rc.1",
        "1.x.x-rc",
        "=>1",
        "1.2.3.4",
        "v1",
        "1 - 2",
        "(1)",
        "01",
        "1.2.3<2"
      })
  void refuses_what_is_no_range(String range) {
    assertThatThrownBy(() -> SemanticRange.parse(range))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "range must be one such as \">=1.2.3 <2 || ^3.1\", but was \"" + range);
  }
}
