package org.seatrial.image.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What each layer did to each node, in arrays: a change belongs to a node and a layer, and leads to
 * the one before it. A layer has one change of a node at the most, which says what it did in the
 * end.
 */
final class History {

  private static final int NONE = -1;

  private final List<LayerIndex> layers;
  private int count;
  private int[] before = new int[64];
  private char[] layer = new char[64];
  private Change.Kind[] kind = new Change.Kind[64];
  private char[] carrierLayer = new char[64];
  private int[] carrierEntry = new int[64];

  /** The newest change of each node. */
  private int[] last = new int[0];

  History(List<LayerIndex> layers) {
    this.layers = layers;
  }

  /** Note that a layer put something at a node: an entry, or a folder without one (−1). */
  void put(int node, int by, int fromLayer, int entry) {
    int earlier = forget(node, by);
    Change.Kind done = kind(earlier, fromLayer, entry);
    if (done == Change.Kind.REPEATED && isDirectory(fromLayer, entry)) {
      // Archives list the folders that lead to a file; that says nothing of the folder.
      return;
    }
    add(node, by, done);
    carrierLayer[count - 1] = (char) fromLayer;
    carrierEntry[count - 1] = entry;
  }

  /** Note that a layer removed what was at a node. */
  void remove(int node, int by) {
    int earlier = forget(node, by);
    if (earlier != NONE && kind[earlier] != Change.Kind.REMOVED) {
      add(node, by, Change.Kind.REMOVED);
    }
  }

  /** Take back what the layer did to the node so far; return the change of an earlier layer. */
  private int forget(int node, int by) {
    if (node >= last.length) {
      int old = last.length;
      last = Arrays.copyOf(last, Math.max(64, node * 2));
      Arrays.fill(last, old, last.length, NONE);
    }
    int change = last[node];
    if (change != NONE && layer[change] == by) {
      last[node] = before[change];
    }
    return last[node];
  }

  private void add(int node, int by, Change.Kind done) {
    if (count == before.length) {
      grow();
    }
    before[count] = last[node];
    layer[count] = (char) by;
    kind[count] = done;
    last[node] = count++;
  }

  private void grow() {
    int capacity = count * 2;
    before = Arrays.copyOf(before, capacity);
    layer = Arrays.copyOf(layer, capacity);
    kind = Arrays.copyOf(kind, capacity);
    carrierLayer = Arrays.copyOf(carrierLayer, capacity);
    carrierEntry = Arrays.copyOf(carrierEntry, capacity);
  }

  private Change.Kind kind(int earlier, int newLayer, int newEntry) {
    if (earlier == NONE || kind[earlier] == Change.Kind.REMOVED) {
      return Change.Kind.ADDED;
    }
    int oldEntry = carrierEntry[earlier];
    LayerIndex old = layers.get(carrierLayer[earlier]);
    LayerIndex now = layers.get(newLayer);
    if (oldEntry < 0 || newEntry < 0) {
      boolean folders =
          isDirectory(carrierLayer[earlier], oldEntry) && isDirectory(newLayer, newEntry);
      return folders ? impliedKind(old, oldEntry, now, newEntry) : Change.Kind.CONTENT;
    }
    if (old.kind(oldEntry) != now.kind(newEntry) || isOtherContent(old, oldEntry, now, newEntry)) {
      return Change.Kind.CONTENT;
    }
    return isOtherMetadata(old, oldEntry, now, newEntry)
        ? Change.Kind.METADATA
        : Change.Kind.REPEATED;
  }

  /** Compare folders of which at least one is not listed: such are root's, with mode 0755. */
  private static Change.Kind impliedKind(LayerIndex old, int oldEntry, LayerIndex now, int entry) {
    boolean same =
        (oldEntry < 0 || isImplied(old, oldEntry)) && (entry < 0 || isImplied(now, entry));
    return same ? Change.Kind.REPEATED : Change.Kind.METADATA;
  }

  private static boolean isImplied(LayerIndex index, int entry) {
    return index.modeBits(entry) == 0755 && index.uid(entry) == 0 && index.gid(entry) == 0;
  }

  private static boolean isOtherContent(LayerIndex old, int oldEntry, LayerIndex now, int entry) {
    return switch (now.kind(entry)) {
      case REGULAR ->
          old.fileSize(oldEntry) != now.fileSize(entry)
              || !old.modified(oldEntry).equals(now.modified(entry));
      case SYMLINK, HARD_LINK -> !old.linkTarget(oldEntry).equals(now.linkTarget(entry));
      default -> false;
    };
  }

  private static boolean isOtherMetadata(LayerIndex old, int oldEntry, LayerIndex now, int entry) {
    return old.modeBits(oldEntry) != now.modeBits(entry)
        || old.uid(oldEntry) != now.uid(entry)
        || old.gid(oldEntry) != now.gid(entry)
        || !Arrays.equals(old.capability(oldEntry), now.capability(entry));
  }

  private boolean isDirectory(int inLayer, int entry) {
    return entry < 0 || layers.get(inLayer).kind(entry) == EntryKind.DIRECTORY;
  }

  /** Return the changes of a node, lowest layer first. */
  List<Change> of(int node) {
    List<Change> changes = new ArrayList<>();
    int newest = node < last.length ? last[node] : NONE;
    for (int change = newest; change != NONE; change = before[change]) {
      changes.add(new Change(layer[change], kind[change]));
    }
    Collections.reverse(changes);
    return changes;
  }
}
