package org.seatrial.image.layer;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.seatrial.check.file.Links;
import org.seatrial.image.tar.RawText;

/**
 * Follows one path through the tree as the kernel does (path_resolution(7)) for a process whose
 * root is the image's: absolute links begin there again, and {@code ..} never leads above it. Used
 * once.
 */
final class Resolver {

  /** How many links are followed: as many as Linux follows. */
  private static final int HOPS = 40;

  private final NodeTable nodes;
  private final String path;
  private final Deque<Rest> rests = new ArrayDeque<>();
  private int node;
  private int hops;
  private @Nullable Lookup stop;

  Resolver(NodeTable nodes, String path) {
    this.nodes = nodes;
    this.path = path;
  }

  /**
   * Return the node that the path leads to, which can be a hard link that leads nowhere; or {@link
   * NodeTable#NONE}, and {@link #stop()} says why.
   */
  int find(Links links) {
    byte[] bytes = RawText.encode(path);
    // A slash at the end asks for a directory, also behind a link.
    boolean directory = bytes.length > 0 && bytes[bytes.length - 1] == '/';
    boolean follow = directory || links == Links.FOLLOW;
    rests.push(new Rest(bytes, 0, bytes.length));
    while (stop == null && next()) {
      Rest rest = rests.element();
      int start = rest.at;
      rest.at = Squash.elementEnd(rest.path, start, rest.end);
      step(rest.path, start, rest.at, follow);
    }
    if (stop == null && directory) {
      requireDirectory();
    }
    return stop == null ? node : NodeTable.NONE;
  }

  /** Return why the path leads to no node. */
  Lookup stop() {
    return stop == null ? new Lookup.Missing(path + " was not looked for") : stop;
  }

  /** Go to the next element; false at the end of the path. */
  private boolean next() {
    while (!rests.isEmpty() && !rests.element().hasMore()) {
      rests.pop();
    }
    return !rests.isEmpty();
  }

  private void step(byte[] names, int start, int end, boolean follow) {
    if (!requireDirectory()) {
      return;
    }
    int dots = Squash.dots(names, start, end);
    if (dots >= 0) {
      node = dots == 2 ? nodes.parent(node) : node;
      return;
    }
    int child = nodes.presentChild(node, names, start, end - start);
    if (child == NodeTable.NONE) {
      String folder = node == 0 ? "/" : nodes.path(node) + "/";
      stop =
          new Lookup.Missing(folder + RawText.decode(names, start, end - start) + " is not there");
    } else if (nodes.kind(child) == EntryKind.SYMLINK && (follow || next())) {
      follow(child);
    } else {
      node = child;
    }
  }

  private boolean requireDirectory() {
    if (nodes.isDirectory(node)) {
      return true;
    }
    String at = nodes.path(node);
    stop =
        new TreeFiles(nodes)
            .at(node, at)
            .fold(
                found ->
                    new Lookup.Missing(
                        at + " is a " + found.status().type().phrase() + ", no directory"),
                missing -> missing,
                unresolved -> unresolved);
    return false;
  }

  private void follow(int link) {
    LayerIndex index = nodes.index(link);
    int entry = nodes.entry(link);
    int length = index.linkLength(entry);
    if (++hops > HOPS) {
      stop = new Lookup.Unresolved(nodes.path(link), "more than " + HOPS + " links lead on");
    } else if (length == 0) {
      stop = new Lookup.Missing(nodes.path(link) + " is a link to nothing");
    } else {
      byte[] names = index.names();
      rests.push(new Rest(names, index.linkOffset(entry), length));
      if (names[index.linkOffset(entry)] == '/') {
        node = 0;
      }
    }
  }

  /** What is left of a path, or of a link's target. */
  private static final class Rest {

    private final byte[] path;
    private final int end;
    private int at;

    Rest(byte[] path, int at, int length) {
      this.path = path;
      this.at = at;
      this.end = at + length;
    }

    /** Tell whether there is another element, and go to it. */
    boolean hasMore() {
      while (at < end && path[at] == '/') {
        at++;
      }
      return at < end;
    }
  }
}
