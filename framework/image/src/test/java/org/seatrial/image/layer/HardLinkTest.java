package org.seatrial.image.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.image.layer.FileTreeTest.found;
import static org.seatrial.image.layer.LayerFixture.tree;
import static org.seatrial.image.tar.TarFixture.tar;

import org.junit.jupiter.api.Test;
import org.seatrial.check.file.FileType;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.Selections;

/** What a hard link shares, and with whom. */
class HardLinkTest {

  private static String unresolved(FileTree tree, String path) {
    return tree.find(path, Links.FOLLOW)
        .fold(file -> "found " + file, missing -> "missing " + missing, Lookup.Unresolved::why);
  }

  private static String noFile(String target) {
    return "it is a hard link to \""
        + target
        + "\", which is no file of the layers below, nor one that comes earlier in the same layer";
  }

  @Test
  void shares_content_and_attributes_with_a_file_of_the_same_layer() {
    FileTree tree =
        tree(tar().file("a", "text", h -> h.mode(0600).owner(1, 2)).hardLink("d/b", "./a"));
    TreeFile link = found(tree, "/d/b");
    assertThat(link.status().mode()).hasToString("0600");
    assertThat(link.status().owner()).hasToString("1:2");
    assertThat(link.status().path()).isEqualTo("/d/b");
    assertThat(link.content()).isEqualTo(found(tree, "/a").content());
  }

  @Test
  void shares_with_a_file_of_a_lower_layer() {
    FileTree tree = tree(tar().file("a", "text"), tar().hardLink("b", "/a"));
    TreeFile link = found(tree, "/b");
    assertThat(link.layer()).isEqualTo(1);
    assertThat(link.content()).hasValueSatisfying(c -> assertThat(c.layer()).isZero());
  }

  @Test
  void keeps_the_content_when_its_target_is_replaced_or_removed_later() {
    FileTree tree =
        tree(tar().file("a", "one").hardLink("b", "a").file("a", "three"), tar().whiteout("a"));
    assertThat(found(tree, "/b").status().size()).isEqualTo(3);
  }

  @Test
  void of_a_hard_link_and_of_a_symbolic_link_is_the_same_file() {
    FileTree tree =
        tree(
            tar()
                .file("a", "x")
                .hardLink("b", "a")
                .hardLink("c", "b")
                .symlink("s", "a")
                .hardLink("t", "s"));
    assertThat(found(tree, "/c").status().size()).isEqualTo(1);
    assertThat(tree.find("/t", Links.KEEP))
        .isInstanceOfSatisfying(
            Lookup.Found.class,
            f -> assertThat(f.file().status().type()).isEqualTo(FileType.SYMLINK));
  }

  @Test
  void behind_a_link_of_the_same_layer_finds_its_target() {
    FileTree tree = tree(tar().file("d/a", "x").symlink("l", "d").hardLink("b", "l/a"));
    assertThat(found(tree, "/b").status().size()).isEqualTo(1);
  }

  @Test
  void to_nothing_is_no_answer_for_that_path_only() {
    FileTree tree = tree(tar().file("a", "x").hardLink("b", "gone"));
    assertThat(unresolved(tree, "/b")).isEqualTo(noFile("gone"));
    assertThat(found(tree, "/a").status().size()).isEqualTo(1);
    Walk walk = tree.walk(Glob.parse("/**"), Selections.setuid());
    assertThat(walk.files()).isEmpty();
    assertThat(walk.unresolved()).containsExactly(new Lookup.Unresolved("/b", noFile("gone")));
  }

  @Test
  void to_a_later_a_removed_an_outer_file_a_directory_and_itself_is_no_answer() {
    FileTree tree =
        tree(
            tar().file("low", "x").directory("d").file("self", "x"),
            tar()
                .whiteout("low")
                .hardLink("1", "late")
                .hardLink("2", "low")
                .hardLink("3", "../d")
                .hardLink("4", "d")
                .hardLink("self", "self")
                .hardLink("6", "1")
                .hardLink("7", "d/none/x")
                .file("late", "x"));
    assertThat(unresolved(tree, "/1")).isEqualTo(noFile("late"));
    assertThat(unresolved(tree, "/2")).isEqualTo(noFile("low"));
    assertThat(unresolved(tree, "/3")).isEqualTo(noFile("../d"));
    assertThat(unresolved(tree, "/4")).isEqualTo(noFile("d"));
    assertThat(unresolved(tree, "/self")).isEqualTo(noFile("self"));
    assertThat(unresolved(tree, "/6")).isEqualTo(noFile("1"));
    assertThat(unresolved(tree, "/7")).isEqualTo(noFile("d/none/x"));
  }

  @Test
  void that_leads_nowhere_is_no_answer_for_what_is_asked_below_it_either() {
    FileTree tree = tree(tar().hardLink("b", "gone"));
    assertThat(unresolved(tree, "/b/x")).isEqualTo(noFile("gone"));
    assertThat(tree.walk(Glob.parse("/b/*"), Selections.setuid()).unresolved()).hasSize(1);
  }
}
