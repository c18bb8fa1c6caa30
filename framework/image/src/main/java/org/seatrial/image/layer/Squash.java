package org.seatrial.image.layer;

import static org.seatrial.image.layer.NodeTable.ABSENT;
import static org.seatrial.image.layer.NodeTable.IMPLIED;
import static org.seatrial.image.layer.NodeTable.NONE;

import java.util.Arrays;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Printable;

/**
 * Lays one layer over those below as engines with overlayfs do: the layer is unpacked by itself,
 * its whiteouts hide what is below, and its directories merge with directories below, but replace
 * anything else there, links to directories too.
 */
final class Squash {

  /** How many links of the layer may lead to one of its entries. */
  private static final int HOPS = 40;

  private final NodeTable nodes;
  private final History history;
  private final LayerIndex index;
  private final int layer;
  private final byte[] names;
  private int hops;
  private int lastFolder;
  private int lastOffset;
  private int lastLength;

  Squash(NodeTable nodes, History history, LayerIndex index, int layer) {
    this.nodes = nodes;
    this.history = history;
    this.index = index;
    this.layer = layer;
    this.names = index.names();
  }

  /** Do it. Whiteouts first: they mean the layers below, wherever in the archive they are. */
  void apply() {
    for (int i = 0; i < index.count(); i++) {
      EntryKind kind = index.kind(i);
      if (kind == EntryKind.WHITEOUT || kind == EntryKind.OPAQUE) {
        hide(i, kind);
      }
    }
    for (int i = 0; i < index.count(); i++) {
      hops = 0;
      try {
        insert(i);
      } catch (Misplaced e) {
        throw new InspectionException(
            "cannot unpack layer "
                + index.diffId()
                + ": entry "
                + (i + 1)
                + " ("
                + Printable.quoted(index.path(i))
                + "): "
                + e.getMessage(),
            e);
      }
    }
  }

  private void hide(int entry, EntryKind kind) {
    int node = literal(index.pathOffset(entry), index.pathLength(entry));
    if (node == NONE) {
      return;
    }
    if (kind == EntryKind.WHITEOUT) {
      removeTree(node);
    } else {
      removeChildren(node);
    }
  }

  /**
   * Return the node of a path in the layers below, following nothing, or {@link NodeTable#NONE}.
   */
  private int literal(int offset, int length) {
    int node = 0;
    int end = offset + length;
    for (int start = offset; start < end; ) {
      int stop = elementEnd(names, start, end);
      node = nodes.presentChild(node, names, start, stop - start);
      if (node == NONE) {
        return NONE;
      }
      start = stop + 1;
    }
    return node;
  }

  private void insert(int entry) throws Misplaced {
    EntryKind kind = index.kind(entry);
    int offset = index.pathOffset(entry);
    int length = index.pathLength(entry);
    if (kind == EntryKind.INTERNAL) {
      return;
    }
    if (kind == EntryKind.OPAQUE) {
      folder(offset, length);
      return;
    }
    if (length == 0) {
      put(0, layer, entry);
      return;
    }
    int base = offset + length;
    while (base > offset && names[base - 1] != '/') {
      base--;
    }
    int folder = folder(offset, Math.max(0, base - 1 - offset));
    if (kind != EntryKind.WHITEOUT) {
      int node = childOrNew(folder, layer, base, offset + length - base);
      insert(node, entry, kind);
    }
  }

  private void insert(int node, int entry, EntryKind kind) throws Misplaced {
    if (kind == EntryKind.HARD_LINK) {
      int target = locate(0, layer, index.linkOffset(entry), index.linkLength(entry));
      if (target != NONE && target != node && isFile(target)) {
        put(node, nodes.entryLayer(target), nodes.entry(target));
        return;
      }
    }
    put(node, layer, entry);
  }

  private boolean isFile(int node) {
    return nodes.kind(node) != EntryKind.DIRECTORY && nodes.kind(node) != EntryKind.HARD_LINK;
  }

  /** Return the folder of some entry, which most often is that of the entry before. */
  private int folder(int offset, int length) throws Misplaced {
    boolean again =
        length == lastLength
            && nodes.isDirectory(lastFolder)
            && Arrays.equals(
                names, offset, offset + length, names, lastOffset, lastOffset + lastLength);
    if (!again) {
      lastFolder = descend(0, layer, offset, length);
      lastOffset = offset;
      lastLength = length;
    }
    return lastFolder;
  }

  /**
   * Go from a folder to the folder of a path, making what is missing.
   *
   * @param from a directory
   * @param of the layer whose names the offset is in
   */
  private int descend(int from, int of, int offset, int length) throws Misplaced {
    byte[] path = nodes.names(of);
    int end = offset + length;
    int node = length > 0 && path[offset] == '/' ? 0 : from;
    for (int start = offset; start < end; ) {
      int stop = elementEnd(path, start, end);
      int dots = dots(path, start, stop);
      if (dots == 2) {
        node = nodes.parent(node);
      } else if (dots < 0) {
        node = enter(childOrNew(node, of, start, stop - start));
      }
      start = stop + 1;
    }
    return node;
  }

  /** Return the folder that a node is, or that a link of this layer leads to. */
  private int enter(int node) throws Misplaced {
    if (nodes.isDirectory(node)) {
      return node;
    }
    if (nodes.isPresent(node) && nodes.putBy(node) == layer) {
      if (nodes.kind(node) != EntryKind.SYMLINK) {
        throw new Misplaced("the same layer has a file in the place of its folder");
      }
      hop();
      LayerIndex link = nodes.index(node);
      int entry = nodes.entry(node);
      return descend(
          nodes.parent(node),
          nodes.entryLayer(node),
          link.linkOffset(entry),
          link.linkLength(entry));
    }
    put(node, layer, IMPLIED);
    return node;
  }

  private void hop() throws Misplaced {
    if (++hops > HOPS) {
      throw new Misplaced("more than " + HOPS + " links lead to its folder");
    }
  }

  /**
   * Return the node of a hard link's target as it is now, or {@link NodeTable#NONE}: when it is not
   * there, and when it is outside the root.
   */
  private int locate(int from, int of, int offset, int length) throws Misplaced {
    byte[] path = nodes.names(of);
    int end = offset + length;
    int node = length > 0 && path[offset] == '/' ? 0 : from;
    for (int start = offset; start < end && node != NONE; ) {
      int stop = elementEnd(path, start, end);
      int dots = dots(path, start, stop);
      if (dots == 2) {
        node = node == 0 ? NONE : nodes.parent(node);
      } else if (dots < 0) {
        int folder = directory(node);
        node = folder == NONE ? NONE : nodes.presentChild(folder, path, start, stop - start);
      }
      start = stop + 1;
    }
    return node;
  }

  private int directory(int node) throws Misplaced {
    if (nodes.isDirectory(node)) {
      return node;
    }
    if (nodes.putBy(node) != layer || nodes.kind(node) != EntryKind.SYMLINK) {
      return NONE;
    }
    hop();
    LayerIndex link = nodes.index(node);
    int entry = nodes.entry(node);
    int target =
        locate(
            nodes.parent(node),
            nodes.entryLayer(node),
            link.linkOffset(entry),
            link.linkLength(entry));
    return target == NONE ? NONE : directory(target);
  }

  private int childOrNew(int folder, int of, int offset, int length) {
    int child = nodes.child(folder, nodes.names(of), offset, length);
    return child == NONE ? nodes.add(folder, of, offset, length) : child;
  }

  private void put(int node, int fromLayer, int entry) {
    boolean wasDirectory = nodes.isDirectory(node);
    nodes.put(node, layer, fromLayer, entry);
    if (wasDirectory && !nodes.isDirectory(node)) {
      removeChildren(node);
    }
    history.put(node, layer, fromLayer, entry);
  }

  private void removeChildren(int folder) {
    for (int child = nodes.firstChild(folder); child != NONE; child = nodes.nextSibling(child)) {
      removeTree(child);
    }
  }

  /** Remove a node and all below, without recursion: a tree can be deep. */
  private void removeTree(int top) {
    int node = top;
    while (true) {
      if (nodes.entry(node) != ABSENT) {
        nodes.remove(node);
        history.remove(node, layer);
        if (nodes.firstChild(node) != NONE) {
          node = nodes.firstChild(node);
          continue;
        }
      }
      while (node != top && nodes.nextSibling(node) == NONE) {
        node = nodes.parent(node);
      }
      if (node == top) {
        return;
      }
      node = nodes.nextSibling(node);
    }
  }

  static int elementEnd(byte[] path, int start, int end) {
    int at = start;
    while (at < end && path[at] != '/') {
      at++;
    }
    return at;
  }

  /** Return 0 for an empty element, 1 for {@code .}, 2 for {@code ..}, −1 for a name. */
  static int dots(byte[] path, int start, int end) {
    int length = end - start;
    boolean dots =
        length <= 2 && (length < 1 || path[start] == '.') && (length < 2 || path[start + 1] == '.');
    return dots ? length : -1;
  }

  /** An entry can't be where it says. */
  private static final class Misplaced extends Exception {

    private static final long serialVersionUID = 1L;

    Misplaced(String reason) {
      super(reason);
    }
  }
}
