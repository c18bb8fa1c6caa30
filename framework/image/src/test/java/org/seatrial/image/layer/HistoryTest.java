package org.seatrial.image.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.image.layer.Change.Kind.ADDED;
import static org.seatrial.image.layer.Change.Kind.CONTENT;
import static org.seatrial.image.layer.Change.Kind.METADATA;
import static org.seatrial.image.layer.Change.Kind.REMOVED;
import static org.seatrial.image.layer.Change.Kind.REPEATED;
import static org.seatrial.image.layer.LayerFixture.tree;
import static org.seatrial.image.tar.TarFixture.tar;

import org.junit.jupiter.api.Test;

/** What each layer did to a path, and the bytes that nobody sees. */
class HistoryTest {

  private static Change change(int layer, Change.Kind kind) {
    return new Change(layer, kind);
  }

  @Test
  void tells_who_added_changed_and_removed_a_file() {
    FileTree tree =
        tree(
            tar().file("a", "one"),
            tar().file("b", ""),
            tar().file("a", "three"),
            tar().file("a", "three", h -> h.mode(0600)),
            tar().file("a", "three", h -> h.mode(0600)),
            tar().file("a", "three", h -> h.mode(0600).modified(1)),
            tar().whiteout("a"),
            tar().file("a", "new"));
    assertThat(tree.history("/a"))
        .containsExactly(
            change(0, ADDED),
            change(2, CONTENT),
            change(3, METADATA),
            change(4, REPEATED),
            change(5, CONTENT),
            change(6, REMOVED),
            change(7, ADDED));
    assertThat(tree.history("/b")).containsExactly(change(1, ADDED));
    assertThat(tree.history("/c")).isEmpty();
    assertThat(tree.history("/a/b")).isEmpty();
  }

  @Test
  void tells_only_what_a_layer_did_in_the_end() {
    FileTree tree =
        tree(
            tar().file("d/a", "1").file("d/b", "1").file("c", "1"),
            tar().whiteout("d").file("d/a", "22").file("c", "22").file("c", "1"),
            tar().file("x/y", "").file("x", ""));
    assertThat(tree.history("/d")).containsExactly(change(0, ADDED));
    assertThat(tree.history("/d/a")).containsExactly(change(0, ADDED), change(1, CONTENT));
    assertThat(tree.history("/d/b")).containsExactly(change(0, ADDED), change(1, REMOVED));
    assertThat(tree.history("/c")).containsExactly(change(0, ADDED), change(1, REPEATED));
    assertThat(tree.history("/x")).containsExactly(change(2, ADDED));
    assertThat(tree.history("/x/y")).isEmpty();
  }

  @Test
  void tells_of_folders_only_what_is_more_than_being_listed() {
    FileTree tree =
        tree(
            tar().file("d/a", ""),
            tar().directory("d", h -> h.modified(5)).file("d/b", ""),
            tar().directory("d", h -> h.mode(0700)),
            tar().file("d/c", ""),
            tar().symlink("d", "e"),
            tar().symlink("d", "f"),
            tar().directory("d"));
    assertThat(tree.history("/d"))
        .containsExactly(
            change(0, ADDED),
            change(2, METADATA),
            change(4, CONTENT),
            change(5, CONTENT),
            change(6, CONTENT));
    assertThat(tree.history("/d/a")).containsExactly(change(0, ADDED), change(4, REMOVED));
    assertThat(tree.history("/")).isEmpty();
  }

  @Test
  void counts_the_bytes_that_are_overwritten_or_removed() {
    FileTree tree =
        tree(
            tar().file("a", "x".repeat(10)).file("d/b", "x".repeat(30)).file("kept", "xx"),
            tar().file("a", "x".repeat(20)).whiteout("d"),
            tar()
                .file("a", "x".repeat(20), h -> h.mode(0600))
                .file("twice", "1")
                .file("twice", "2"));
    assertThat(tree.waste())
        .containsExactly(
            new Waste("/d/b", 0, 30),
            new Waste("/a", 1, 20),
            new Waste("/a", 0, 10),
            new Waste("/twice", 2, 1));
    assertThat(tree.wastedBytes()).isEqualTo(61);
  }

  @Test
  void does_not_count_what_a_hard_link_still_leads_to() {
    FileTree tree = tree(tar().file("a", "x".repeat(10)).hardLink("b", "a"), tar().whiteout("a"));
    assertThat(tree.waste()).isEmpty();
    assertThat(tree(tar().file("a", "x"), tar().whiteout("a")).wastedBytes()).isEqualTo(1);
  }

  @Test
  void counts_of_a_sparse_file_what_is_stored() {
    FileTree tree =
        tree(
            tar()
                .pax(
                    "GNU.sparse.major=0",
                    "GNU.sparse.minor=1",
                    "GNU.sparse.size=1000",
                    "GNU.sparse.numblocks=1",
                    "GNU.sparse.map=5,2")
                .file("s", "ab"),
            tar().whiteout("s"));
    assertThat(tree.waste()).containsExactly(new Waste("/s", 0, 2));
  }
}
