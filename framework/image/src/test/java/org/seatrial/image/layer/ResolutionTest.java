package org.seatrial.image.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.image.layer.FileTreeTest.found;
import static org.seatrial.image.layer.FileTreeTest.missing;
import static org.seatrial.image.layer.LayerFixture.tree;
import static org.seatrial.image.tar.TarFixture.tar;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.FileType;
import org.seatrial.check.file.Links;
import org.seatrial.image.tar.TarFixture;

/** Where a path leads inside the image's root. */
class ResolutionTest {

  private static final FileTree TREE =
      tree(
          tar()
              .file("usr/bin/tool", "x")
              .symlink("bin", "usr/bin")
              .symlink("abs", "/usr/bin/tool")
              .symlink("usr/up", "../../../../etc")
              .file("etc/passwd", "")
              .symlink("etc/self", ".")
              .symlink("dangling", "/no/where")
              .symlink("chain", "abs")
              .symlink("empty", "")
              .symlink("slash", "bin/")
              .symlink("loop", "loop")
              .symlink("ping", "pong/x")
              .symlink("pong", "ping"));

  @ParameterizedTest
  @CsvSource({
    "/,/",
    "//,/",
    "/.,/",
    "/..,/",
    "/../../usr,/usr",
    "/usr/bin/tool,/usr/bin/tool",
    "//usr///bin//tool,/usr/bin/tool",
    "/bin,/usr/bin",
    "/bin/,/usr/bin",
    "/bin/tool,/usr/bin/tool",
    "/bin/../up,/etc",
    "/abs,/usr/bin/tool",
    "/chain,/usr/bin/tool",
    "/usr/up/passwd,/etc/passwd",
    "/etc/self/self/self/passwd,/etc/passwd",
    "/slash/tool,/usr/bin/tool",
    "/usr/bin/./tool,/usr/bin/tool",
    "usr/bin,/usr/bin"
  })
  void a_path_leads_to_a_file(String path, String real) {
    assertThat(found(TREE, path).status().path()).isEqualTo(real);
  }

  @ParameterizedTest
  @CsvSource({
    "/nothing,/nothing is not there",
    "/nothing/x,/nothing is not there",
    "/nothing/..,/nothing is not there",
    "/usr/nothing/x,/usr/nothing is not there",
    "/dangling,/no is not there",
    "/etc/passwd/x,'/etc/passwd is a regular file, no directory'",
    "/etc/passwd/,'/etc/passwd is a regular file, no directory'",
    "/etc/passwd/.,'/etc/passwd is a regular file, no directory'",
    "/etc/passwd/..,'/etc/passwd is a regular file, no directory'",
    "/abs/x,'/usr/bin/tool is a regular file, no directory'",
    "/abs/,'/usr/bin/tool is a regular file, no directory'",
    "/empty,/empty is a link to nothing",
    "/loop,? more than 40 links lead on",
    "/loop/x,? more than 40 links lead on",
    "/ping,? more than 40 links lead on"
  })
  void a_path_leads_nowhere(String path, String why) {
    assertThat(missing(TREE, path)).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource({
    "/bin,/bin,usr/bin",
    "/usr/up,/usr/up,../../../../etc",
    "/etc/self/self,/etc/self,.",
    "/dangling,/dangling,/no/where",
    "/loop,/loop,loop"
  })
  void a_link_at_the_end_can_be_kept(String path, String real, String target) {
    assertThat(TREE.find(path, Links.KEEP))
        .isInstanceOfSatisfying(
            Lookup.Found.class,
            found -> {
              FileStatus status = found.file().status();
              assertThat(status.type()).isEqualTo(FileType.SYMLINK);
              assertThat(status.path()).isEqualTo(real);
              assertThat(status.linkTarget()).hasValue(target);
              assertThat(status.size()).isZero();
              assertThat(found.file().content()).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource({"/bin/,/usr/bin", "/bin/.,/usr/bin", "/bin/tool,/usr/bin/tool"})
  void a_link_that_is_not_at_the_end_is_followed_also_then(String path, String real) {
    assertThat(TREE.find(path, Links.KEEP))
        .isInstanceOfSatisfying(
            Lookup.Found.class, f -> assertThat(f.file().status().path()).isEqualTo(real));
  }

  @Test
  void forty_links_are_followed_and_no_more() {
    TarFixture chain = tar().file("0", "x");
    IntStream.rangeClosed(1, 41).forEach(i -> chain.symlink("" + i, "" + (i - 1)));
    FileTree tree = tree(chain);
    assertThat(found(tree, "/40").status().path()).isEqualTo("/0");
    assertThat(tree.find("/41", Links.FOLLOW))
        .isEqualTo(new Lookup.Unresolved("/1", "more than 40 links lead on"));
  }

  @Test
  void a_name_of_any_bytes_is_found_by_its_text() {
    FileTree tree = tree(tar().file("d/\u00ff\u00c3\u00a9", "x"));
    assertThat(found(tree, "/d/\udcff\u00e9").status().path()).isEqualTo("/d/\udcff\u00e9");
    assertThat(missing(tree, "/d/\ud800")).isEqualTo("/d/\udced\udca0\udc80 is not there");
  }
}
