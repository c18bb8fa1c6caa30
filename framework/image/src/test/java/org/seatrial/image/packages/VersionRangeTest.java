package org.seatrial.image.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ">= 7.88, < 8      | DPKG | 7.88.1-10+deb12u12 | true",
        ">= 7.88, < 8      | DPKG | 8.0-1              | false",
        ">= 7.88, < 8      | DPKG | 8.0~rc1-1          | false",
        "< 8               | DPKG | 8~rc1-1            | true",
        ">= 7.88, < 8      | DPKG | 7.9-1              | false",
        "<= 7.88           | DPKG | 7.88-1             | false",
        "= 7.88            | DPKG | 7.88-1             | false",
        "<= 7.88           | RPM  | 7.88-1.el9         | true",
        "= 7.88            | RPM  | 7.88-1.el9         | true",
        "= 7.88-2          | RPM  | 7.88-1.el9         | false",
        "< 2               | RPM  | 1:1.0-1            | false",
        "< 1:2             | RPM  | 1:1.0-1            | true",
        "!= 1.0            | RPM  | 1.0-1              | false",
        "!= 1.0            | RPM  | 1.1-1              | true",
        ">1.0_rc1,<1.0     | APK  | 1.0_rc2-r0         | true",
        "> 1.0             | APK  | 1.0-r0             | true",
        "= 1.0-r0          | APK  | 1.0-r0             | true",
        ">= 1, != 1.5, < 2 | APK  | 1.5                | false",
      })
  void contains_versions_by_the_order_of_their_system(
      String range, PackageSystem system, String version, boolean contained) {
    assertThat(VersionRange.parse(range).contains(system, version)).isEqualTo(contained);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1.0",
        ">=",
        ">= ,",
        ", >= 1",
        ">= 1,",
        "== 1",
        "=> 1",
        "<< 1",
        "~ 1",
        ">= 1 < 2",
        "> 1\n2",
        "> 1;2",
        "> é",
      })
  void refuses_what_is_no_range(String text) {
    assertThatThrownBy(() -> VersionRange.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("range must be bounds such as \">= 7.88, < 8\", but was \"" + text + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1, < 2", "= 1", "1 2", "*"})
  void refuses_what_is_no_version(String text) {
    assertThatThrownBy(() -> VersionRange.exactly(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("version must be one such as 7.88.1-10, but was \"" + text + "\"");
  }

  @Test
  void is_written_as_it_is_read() {
    VersionRange range = VersionRange.parse(" >=7.88 ,<  8,!=7.9~rc1");
    assertThat(range).hasToString(">= 7.88, < 8, != 7.9~rc1");
    assertThat(VersionRange.parse(range.toString())).isEqualTo(range).hasSameHashCodeAs(range);
    assertThat(range).isNotEqualTo(VersionRange.parse(">= 7.88"));
  }
}
