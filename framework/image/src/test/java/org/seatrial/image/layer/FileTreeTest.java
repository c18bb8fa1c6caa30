package org.seatrial.image.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.image.layer.LayerFixture.tree;
import static org.seatrial.image.tar.TarFixture.tar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.seatrial.check.InspectionException;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.FileType;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.Mode;
import org.seatrial.check.file.Owner;
import org.seatrial.image.tar.TarFixture;

/** How layers are laid over each other. */
class FileTreeTest {

  static TreeFile found(FileTree tree, String path) {
    return tree.find(path, Links.FOLLOW)
        .fold(
            file -> file,
            missing -> {
              throw new AssertionError(missing.why());
            },
            unresolved -> {
              throw new AssertionError(unresolved.why());
            });
  }

  static String missing(FileTree tree, String path) {
    return tree.find(path, Links.FOLLOW)
        .fold(file -> "found " + file, Lookup.Missing::why, unresolved -> "? " + unresolved.why());
  }

  @Test
  void an_empty_image_has_a_root() {
    FileTree tree = tree();
    assertThat(found(tree, "/").status()).isEqualTo(FileStatus.directory("/"));
    assertThat(tree.waste()).isEmpty();
  }

  @Test
  void a_file_has_the_status_and_content_that_its_entry_says() {
    FileTree tree =
        tree(tar().file("etc/motd", "hello", h -> h.mode(04640).owner(7, 8).modified(9)));
    TreeFile file = found(tree, "/etc/motd");
    assertThat(file.status())
        .isEqualTo(
            new FileStatus(
                "/etc/motd",
                FileType.REGULAR,
                new Mode(04640),
                new Owner(7, 8),
                5,
                Instant.ofEpochSecond(9),
                Optional.empty(),
                Optional.empty()));
    assertThat(file.layer()).isZero();
    assertThat(file.content())
        .hasValueSatisfying(c -> assertThat(c.content().offset()).isEqualTo(512));
  }

  @Test
  void a_folder_that_no_layer_lists_is_roots_with_mode_0755() {
    FileTree tree = tree(tar().file("a/b/c", ""));
    assertThat(found(tree, "/a/b").status()).isEqualTo(FileStatus.directory("/a/b"));
  }

  @Test
  void a_folder_that_a_higher_layer_does_not_list_keeps_what_the_lower_says() {
    FileTree tree = tree(tar().directory("a", h -> h.mode(0700)), tar().file("a/b", ""));
    assertThat(found(tree, "/a").status().mode()).hasToString("0700");
    assertThat(found(tree, "/a").layer()).isZero();
  }

  @Test
  void a_higher_layer_replaces_a_file_and_says_so() {
    FileTree tree = tree(tar().file("a", "one"), tar().file("a", "two!"));
    assertThat(found(tree, "/a").status().size()).isEqualTo(4);
    assertThat(found(tree, "/a").layer()).isEqualTo(1);
  }

  @Test
  void the_last_of_several_entries_of_one_path_counts() {
    FileTree tree = tree(tar().file("a", "one").file("a", "three").file("./a", "four"));
    assertThat(found(tree, "/a").status().size()).isEqualTo(4);
  }

  @Test
  void directories_of_layers_merge_and_the_higher_one_says_the_mode() {
    FileTree tree =
        tree(
            tar().directory("d", h -> h.mode(0700)).file("d/low", ""),
            tar().directory("d", h -> h.mode(0711)).file("d/high", ""));
    assertThat(found(tree, "/d").status().mode()).hasToString("0711");
    assertThat(found(tree, "/d/low").layer()).isZero();
    assertThat(found(tree, "/d/high").layer()).isEqualTo(1);
  }

  @Test
  void a_directory_is_replaced_by_a_file_with_all_below() {
    FileTree tree = tree(tar().file("d/e/f", ""), tar().file("d", "x"));
    assertThat(found(tree, "/d").status().type()).isEqualTo(FileType.REGULAR);
    assertThat(missing(tree, "/d/e/f")).isEqualTo("/d is a regular file, no directory");
  }

  @Test
  void a_directory_is_replaced_by_a_link_with_all_below() {
    FileTree tree = tree(tar().file("d/f", "").directory("e"), tar().symlink("d", "e"));
    assertThat(missing(tree, "/d/f")).isEqualTo("/e/f is not there");
    assertThat(found(tree, "/d").status().path()).isEqualTo("/e");
  }

  @Test
  void a_link_is_replaced_by_a_directory() {
    FileTree tree =
        tree(tar().symlink("d", "e").file("e/f", ""), tar().directory("d").file("d/g", ""));
    assertThat(found(tree, "/d").status().path()).isEqualTo("/d");
    assertThat(missing(tree, "/d/f")).isEqualTo("/d/f is not there");
  }

  @Test
  void a_link_of_a_lower_layer_is_replaced_by_the_folder_of_an_entry() {
    FileTree tree =
        tree(tar().symlink("lib", "usr/lib").file("usr/lib/a", ""), tar().file("lib/b", ""));
    assertThat(found(tree, "/lib/b").status().path()).isEqualTo("/lib/b");
    assertThat(missing(tree, "/lib/a")).isEqualTo("/lib/a is not there");
    assertThat(missing(tree, "/usr/lib/b")).isEqualTo("/usr/lib/b is not there");
  }

  @Test
  void a_link_of_the_same_layer_leads_to_the_folder_of_an_entry() {
    FileTree tree = tree(tar().directory("usr/lib").symlink("lib", "/usr/lib").file("lib/b", ""));
    assertThat(found(tree, "/usr/lib/b").status().path()).isEqualTo("/usr/lib/b");
  }

  @Test
  void links_of_one_layer_that_lead_in_a_circle_are_refused() {
    assertThatThrownBy(() -> tree(tar().symlink("a", "b").symlink("b", "a").file("a/x", "")))
        .isInstanceOf(InspectionException.class)
        .hasMessageEndingWith(": entry 3 (\"/a/x\"): more than 40 links lead to its folder");
  }

  @Test
  void an_entry_below_a_file_of_the_same_layer_is_refused() {
    assertThatThrownBy(() -> tree(tar().file("a", "").file("a/x", "")))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith("cannot unpack layer sha256:")
        .hasMessageEndingWith(
            ": entry 2 (\"/a/x\"): the same layer has a file in the place of its folder");
  }

  @Test
  void an_entry_below_a_file_of_a_lower_layer_replaces_it() {
    FileTree tree = tree(tar().file("a", ""), tar().file("a/x", ""));
    assertThat(found(tree, "/a").status()).isEqualTo(FileStatus.directory("/a"));
  }

  @Test
  void a_whiteout_removes_a_file_and_a_directory_with_all_below() {
    FileTree tree =
        tree(
            tar().file("a", "").file("d/e/f", "").file("d/g", ""),
            tar().whiteout("a").whiteout("d/e"));
    assertThat(missing(tree, "/a")).isEqualTo("/a is not there");
    assertThat(missing(tree, "/d/e/f")).isEqualTo("/d/e is not there");
    assertThat(found(tree, "/d/g").layer()).isZero();
  }

  @Test
  void a_whiteout_spares_its_own_layer_before_and_after_it() {
    FileTree tree =
        tree(
            tar().file("before", "1").file("after", "1"),
            tar().file("before", "22").whiteout("before").whiteout("after").file("after", "22"));
    assertThat(found(tree, "/before").status().size()).isEqualTo(2);
    assertThat(found(tree, "/after").status().size()).isEqualTo(2);
  }

  @Test
  void a_whiteout_of_something_that_is_not_there_does_nothing() {
    FileTree tree = tree(tar().file("d/a", ""), tar().whiteout("d/b").whiteout("x"));
    assertThat(found(tree, "/d/a").layer()).isZero();
    assertThat(missing(tree, "/x")).isEqualTo("/x is not there");
  }

  @Test
  void a_whiteout_that_is_a_directory_is_one() {
    FileTree tree = tree(tar().file("a", ""), tar().directory(".wh.a"));
    assertThat(missing(tree, "/a")).isEqualTo("/a is not there");
    assertThat(missing(tree, "/.wh.a")).isEqualTo("/.wh.a is not there");
  }

  @Test
  void a_whiteout_behind_a_link_replaces_the_link_and_not_what_it_leads_to() {
    FileTree tree =
        tree(tar().file("real/x", "").symlink("link", "real"), tar().whiteout("link/x"));
    assertThat(found(tree, "/real/x").layer()).isZero();
    assertThat(found(tree, "/link").status()).isEqualTo(FileStatus.directory("/link"));
  }

  @Test
  void an_opaque_directory_hides_the_layers_below_wherever_it_stands() {
    FileTree tree =
        tree(
            tar().file("d/low", "").file("d/e/low", ""),
            tar().file("d/before", "").opaque("d").file("d/after", ""));
    assertThat(missing(tree, "/d/low")).isEqualTo("/d/low is not there");
    assertThat(missing(tree, "/d/e")).isEqualTo("/d/e is not there");
    assertThat(found(tree, "/d/before").layer()).isEqualTo(1);
    assertThat(found(tree, "/d/after").layer()).isEqualTo(1);
  }

  @Test
  void an_opaque_root_hides_everything_below() {
    FileTree tree = tree(tar().file("a", ""), tar().opaque("").file("b", ""));
    assertThat(missing(tree, "/a")).isEqualTo("/a is not there");
    assertThat(found(tree, "/b").layer()).isEqualTo(1);
  }

  @Test
  void the_bare_prefix_of_whiteouts_is_a_file_like_others() {
    FileTree tree = tree(tar().file("d/x", ""), tar().file("d/.wh.", "x"));
    assertThat(found(tree, "/d/.wh.").status().size()).isEqualTo(1);
    assertThat(found(tree, "/d/x").layer()).isZero();
  }

  @Test
  void what_aufs_kept_for_itself_is_not_seen() {
    FileTree tree =
        tree(
            tar().directory(".wh..wh.plnk").file(".wh..wh.plnk/1.2", "x").file(".wh..wh.aufs", ""));
    assertThat(missing(tree, "/.wh..wh.plnk/1.2")).isEqualTo("/.wh..wh.plnk is not there");
    assertThat(missing(tree, "/.wh..wh.aufs")).isEqualTo("/.wh..wh.aufs is not there");
  }

  @Test
  void a_file_removed_in_one_layer_comes_back_in_the_next() {
    FileTree tree = tree(tar().file("d/a", "1"), tar().whiteout("d"), tar().file("d/b", ""));
    assertThat(found(tree, "/d/b").layer()).isEqualTo(2);
    assertThat(missing(tree, "/d/a")).isEqualTo("/d/a is not there");
  }

  @Test
  void a_root_entry_says_the_mode_of_the_root() {
    assertThat(found(tree(tar().directory("./", h -> h.mode(0750))), "/").status().mode())
        .hasToString("0750");
  }

  @Test
  void ten_thousand_layers_are_no_problem_and_more_than_twenty_thousand_are_refused() {
    LayerIndex add = LayerFixture.index(tar().file("d/a", "x").bytes());
    LayerIndex remove = LayerFixture.index(tar().whiteout("d/a").bytes());
    List<LayerIndex> layers = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      layers.add(add);
      layers.add(remove);
    }
    FileTree tree = FileTree.of(layers);
    assertThat(missing(tree, "/d/a")).isEqualTo("/d/a is not there");
    assertThat(tree.history("/d/a")).hasSize(10_000);
    assertThat(tree.wastedBytes()).isEqualTo(5_000);
    assertThatThrownBy(() -> FileTree.of(Collections.nCopies(20_001, add)))
        .isInstanceOf(InspectionException.class)
        .hasMessage("cannot look into the image: it has 20001 layers, more than 20000");
  }

  @Test
  void folders_that_links_of_one_layer_make_deeper_and_deeper_are_refused() {
    TarFixture deep = tar();
    for (int i = 1; i <= 4; i++) {
      deep.pax("linkpath=" + "d/".repeat(500 * i)).symlink("l" + i, "");
      deep.pax("path=l" + i + "/d".repeat(500)).directory("");
    }
    assertThatThrownBy(() -> tree(deep))
        .isInstanceOf(InspectionException.class)
        .hasMessage("cannot look into the image: it has folders that are more than 2000 deep");
  }
}
