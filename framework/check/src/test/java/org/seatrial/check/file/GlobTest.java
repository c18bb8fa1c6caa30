package org.seatrial.check.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns for paths. */
class GlobTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/etc/passwd /etc/passwd",
        "/etc/* /etc/passwd",
        "/etc/* /etc/.hidden",
        "/* /etc",
        "/** /etc",
        "/** /etc/ssl/certs/ca.pem",
        "/etc/** /etc/ssl",
        "/etc/** /etc/ssl/certs/ca.pem",
        "/**/passwd /passwd",
        "/**/passwd /etc/passwd",
        "/**/passwd /a/b/c/passwd",
        "/usr/**/lib/*.so /usr/lib/a.so",
        "/usr/**/lib/*.so /usr/x/lib/lib/a.so",
        "/**/** /a",
        "/a/**/b/**/c /a/b/c",
        "/a/**/b/**/c /a/b/b/x/c",
        "/usr/*/*.py[co] /usr/lib/a.pyc",
        "/opt/a\\*b /opt/a*b",
        "/opt/[!a-z]* /opt/Xyz",
        "//etc//passwd /etc/passwd",
        "/etc/ /etc",
        "/a**b /axxb"
      })
  void selects(String glob, String path) {
    assertThat(Glob.parse(glob).matches(path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/etc/passwd /etc/passwd-",
        "/etc/passwd /etc",
        "/etc/* /etc",
        "/etc/* /etc/ssl/certs",
        "/etc/** /etc",
        "/etc/** /etcetera/x",
        "/**/passwd /etc/passwd/x",
        "/usr/**/lib/*.so /usr/lib/x/a.so",
        "/a/**/b/**/c /a/c",
        "/**/** /",
        "/opt/a\\*b /opt/axb",
        "/*/* /etc",
        "/a**b /a/b"
      })
  void does_not_select(String glob, String path) {
    assertThat(Glob.parse(glob).matches(path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/etc/passwd, /etc, 1",
    "/etc/*, /etc, 1",
    "/*, /, 1",
    "/passwd, /, 1",
    "/usr/share/*/x/[a], /usr/share, 3",
    "/usr/**, /usr, 2147483647",
    "/usr/**/x, /usr, 2147483647",
    "/a\\*b/c\\\\d/*, /a*b/c\\d, 1",
    "/a/b\\*, /a, 1"
  })
  void begins_in_a_folder(String text, String folder, int depth) {
    Glob glob = Glob.parse(text);
    assertThat(glob.folder()).isEqualTo(folder);
    assertThat(glob.depth()).isEqualTo(depth);
    assertThat(glob).hasToString(text);
  }

  @Test
  void selects_below_its_folder() {
    Glob glob = Glob.parse("/usr/lib/**/*.so");
    assertThat(glob.folder()).isEqualTo("/usr/lib");
    assertThat(glob.matches(List.of("a.so"))).isTrue();
    assertThat(glob.matches(List.of("x", "y", "a.so"))).isTrue();
    assertThat(glob.matches(List.of("x", "y"))).isFalse();
    assertThat(Glob.parse("/usr/lib").matches(List.of("lib"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "etc/*", "/", "//", "/.", "/etc/../x", "/./x", "*", "/a\0b"})
  void refuses(String text) {
    assertThatThrownBy(() -> Glob.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must");
  }

  @Test
  void is_equal_to_the_same_text() {
    assertThat(Glob.parse("/etc/*")).isEqualTo(Glob.parse("/etc/*")).hasSameHashCodeAs("/etc/*");
    assertThat(Glob.parse("/etc/*")).isNotEqualTo(Glob.parse("/etc/?"));
  }
}
