package org.seatrial.image.layer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.Selection;

/** Collects the files below a folder that a glob and a selection select. */
final class TreeWalk {

  private final NodeTable nodes;
  private final TreeFiles files;
  private final Glob glob;
  private final Selection selection;
  private final List<String> below = new ArrayList<>();
  private final List<TreeFile> found = new ArrayList<>();
  private final List<Lookup.Unresolved> unresolved = new ArrayList<>();

  TreeWalk(NodeTable nodes, TreeFiles files, Glob glob, Selection selection) {
    this.nodes = nodes;
    this.files = files;
    this.glob = glob;
    this.selection = selection;
  }

  Walk below(int folder, int limit) {
    descend(folder, folder == 0 ? "" : nodes.path(folder));
    found.sort(Comparator.comparing(file -> file.status().path()));
    unresolved.sort(Comparator.comparing(Lookup.Unresolved::path));
    boolean complete = found.size() <= limit;
    return new Walk(complete ? found : found.subList(0, limit), unresolved, complete);
  }

  /** Look at all children; the depth of a path is bounded, so this may call itself. */
  private void descend(int folder, String path) {
    for (int child = nodes.firstChild(folder);
        child != NodeTable.NONE;
        child = nodes.nextSibling(child)) {
      if (!nodes.isPresent(child)) {
        continue;
      }
      String name = nodes.name(child);
      below.add(name);
      if (glob.matches(below)) {
        visit(child, path + "/" + name);
      }
      if (nodes.isDirectory(child) && below.size() < glob.depth()) {
        descend(child, path + "/" + name);
      }
      below.remove(below.size() - 1);
    }
  }

  private void visit(int node, String path) {
    files
        .at(node, path)
        .fold(
            file -> !selection.selects(file.status()) || found.add(file),
            missing -> false,
            unresolved::add);
  }
}
