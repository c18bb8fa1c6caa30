package org.seatrial.image.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.image.layer.LayerFixture.tree;
import static org.seatrial.image.tar.TarFixture.tar;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.Selection;
import org.seatrial.check.file.Selections;

/** What a glob and a selection select. */
class WalkTest {

  private static final Selection ALL = new Selection.Everything();

  private static final FileTree TREE =
      tree(
          tar()
              .file("usr/bin/su", "", h -> h.mode(04755))
              .file("usr/bin/ls", "", h -> h.mode(0755))
              .file("usr/bin.d/x", "")
              .file("usr/gone", "")
              .symlink("bin", "usr/bin")
              .file("top", "")
              .symlink("loop", "loop"),
          tar().whiteout("usr/gone"));

  private static List<String> paths(Walk walk) {
    return walk.files().stream().map(f -> f.status().path()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "/*,/bin /loop /top /usr",
    "/**,/bin /loop /top /usr /usr/bin /usr/bin.d /usr/bin.d/x /usr/bin/ls /usr/bin/su",
    "/usr/**,/usr/bin /usr/bin.d /usr/bin.d/x /usr/bin/ls /usr/bin/su",
    "/usr/*,/usr/bin /usr/bin.d",
    "/usr/*/*,/usr/bin.d/x /usr/bin/ls /usr/bin/su",
    "/**/s*,/usr/bin/su",
    "/bin/*,/usr/bin/ls /usr/bin/su",
    "/bin,/bin",
    "/top,/top",
    "/usr/gone,''",
    "/nothing/*,''",
    "/top/*,''"
  })
  void a_glob_selects(String glob, String expected) {
    Walk walk = TREE.walk(Glob.parse(glob), ALL);
    assertThat(String.join(" ", paths(walk))).isEqualTo(expected);
    assertThat(walk.complete()).isTrue();
    assertThat(walk.unresolved()).isEmpty();
  }

  @Test
  void a_selection_is_evaluated_here() {
    assertThat(paths(TREE.walk(Glob.parse("/**"), Selections.setuid())))
        .containsExactly("/usr/bin/su");
    assertThat(paths(TREE.walk(Glob.parse("/**"), Selections.symlinks())))
        .containsExactly("/bin", "/loop");
  }

  @Test
  void a_limit_keeps_the_first_by_path_and_says_so() {
    Walk walk = TREE.walk(Glob.parse("/**"), ALL, 2);
    assertThat(paths(walk)).containsExactly("/bin", "/loop");
    assertThat(walk.complete()).isFalse();
    assertThat(TREE.walk(Glob.parse("/*"), ALL, 4).complete()).isTrue();
  }

  @Test
  void a_folder_that_nobody_can_resolve_is_no_empty_walk() {
    assertThat(TREE.walk(Glob.parse("/loop/*"), ALL))
        .isEqualTo(
            new Walk(
                List.of(),
                List.of(new Lookup.Unresolved("/loop", "more than 40 links lead on")),
                true));
  }

  @Test
  void capabilities_that_can_not_be_read_are_no_answer() {
    FileTree tree =
        tree(
            tar()
                .pax("SCHILY.xattr.security.capability=\1\2")
                .file("bad", "")
                .pax(
                    "SCHILY.xattr.security.capability=\1\0\0\2\0\u0004\0\0\0\0\0\0\0\0\0\0\0\0\0\0")
                .file("ping", ""));
    Walk walk = tree.walk(Glob.parse("/*"), Selections.withCapabilities());
    assertThat(paths(walk)).containsExactly("/ping");
    assertThat(walk.files().get(0).status().capabilities().orElseThrow())
        .hasToString("cap_net_bind_service=ep");
    assertThat(walk.unresolved())
        .containsExactly(
            new Lookup.Unresolved(
                "/bad",
                "its capabilities can't be read: security.capability must have 20 or 24 bytes, but"
                    + " has 2"));
  }
}
