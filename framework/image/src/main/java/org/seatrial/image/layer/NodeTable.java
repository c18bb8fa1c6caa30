package org.seatrial.image.layer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.seatrial.check.InspectionException;
import org.seatrial.image.tar.RawText;

/**
 * The nodes of a tree of files, in arrays: some 40 bytes a node instead of several objects. A node
 * is a number; 0 is the root. Names are not copied, they stay where the layers' indexes have them.
 * A node is never taken away, since its history stays; it may be absent.
 */
final class NodeTable {

  /** No node. */
  static final int NONE = -1;

  /** Entry of a directory that no layer lists: it is root's, with mode 0755. */
  static final int IMPLIED = -1;

  /** Entry of a node where nothing is. */
  static final int ABSENT = -2;

  /** The most nodes; folders that no layer lists count too. */
  private static final int LIMIT = 4_000_000;

  /** The most folders above a node; links within a layer can lead deeper than any one path. */
  private static final int DEPTH = 2_000;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** What makes equal hashes of different names hard to prepare. */
  private final long seed = new SplittableRandom().nextLong();

  private final List<LayerIndex> layers;
  private int count = 1;
  private int[] parent;
  private int[] firstChild;
  private int[] nextSibling;
  private int[] nameOffset;
  private char[] nameLength;
  private char[] nameLayer;
  private int[] entry;
  private char[] entryLayer;
  private char[] putBy;
  private char[] depth;
  private int[] buckets;

  NodeTable(List<LayerIndex> layers, int expected) {
    this.layers = layers;
    int capacity = Math.max(64, expected + expected / 8);
    parent = new int[capacity];
    firstChild = new int[capacity];
    nextSibling = new int[capacity];
    nameOffset = new int[capacity];
    nameLength = new char[capacity];
    nameLayer = new char[capacity];
    entry = new int[capacity];
    entryLayer = new char[capacity];
    putBy = new char[capacity];
    depth = new char[capacity];
    buckets = new int[Integer.highestOneBit(capacity * 2) * 2];
    firstChild[0] = NONE;
    nextSibling[0] = NONE;
    entry[0] = IMPLIED;
  }

  int count() {
    return count;
  }

  /** Say that a layer put what an entry tells of at a node. */
  void put(int node, int by, int fromLayer, int fromEntry) {
    entry[node] = fromEntry;
    entryLayer[node] = (char) fromLayer;
    putBy[node] = (char) by;
  }

  void remove(int node) {
    entry[node] = ABSENT;
  }

  /** Return the entry that tells what is at a node, {@link #IMPLIED} or {@link #ABSENT}. */
  int entry(int node) {
    return entry[node];
  }

  /** Return the layer of that entry; of a hard link it is the layer of the file itself. */
  int entryLayer(int node) {
    return entryLayer[node];
  }

  /** Return the layer that put the node there last. */
  int putBy(int node) {
    return putBy[node];
  }

  boolean isPresent(int node) {
    return entry[node] != ABSENT;
  }

  /** Return what is at a node that is present; a hard link there leads nowhere. */
  EntryKind kind(int node) {
    return entry[node] < 0 ? EntryKind.DIRECTORY : index(node).kind(entry[node]);
  }

  boolean isDirectory(int node) {
    return entry[node] != ABSENT && kind(node) == EntryKind.DIRECTORY;
  }

  /** Return the index that has the entry of a node. */
  LayerIndex index(int node) {
    return layers.get(entryLayer[node]);
  }

  /** Return the directory that the node is in; the root is in itself. */
  int parent(int node) {
    return parent[node];
  }

  /** Return the node that was made last in a directory. */
  int firstChild(int node) {
    return firstChild[node];
  }

  int nextSibling(int node) {
    return nextSibling[node];
  }

  /** Return the node of this name in a directory, absent or not, or {@link #NONE}. */
  int child(int directory, byte[] names, int offset, int length) {
    int found = buckets[bucket(directory, names, offset, length)];
    return found == 0 ? NONE : found;
  }

  /** Return the node of this name in a directory if something is there, else {@link #NONE}. */
  int presentChild(int directory, byte[] names, int offset, int length) {
    int child = child(directory, names, offset, length);
    return child == NONE || isPresent(child) ? child : NONE;
  }

  /** Make a node for a name of a layer, which must not be in the directory. */
  int add(int directory, int layer, int offset, int length) {
    if (count >= LIMIT) {
      throw new InspectionException(
          "cannot look into the image: it has more than " + LIMIT + " files and folders");
    }
    if (depth[directory] == DEPTH) {
      throw new InspectionException(
          "cannot look into the image: it has folders that are more than " + DEPTH + " deep");
    }
    if (count == parent.length) {
      grow();
    }
    int node = count++;
    depth[node] = (char) (depth[directory] + 1);
    parent[node] = directory;
    nameLayer[node] = (char) layer;
    nameOffset[node] = offset;
    nameLength[node] = (char) length;
    entry[node] = ABSENT;
    firstChild[node] = NONE;
    nextSibling[node] = firstChild[directory];
    firstChild[directory] = node;
    buckets[bucket(directory, layers.get(layer).names(), offset, length)] = node;
    if (count > buckets.length / 2) {
      rehash();
    }
    return node;
  }

  /** Return the bucket of a name: its own, or the free one that it would get. */
  private int bucket(int directory, byte[] names, int offset, int length) {
    int mask = buckets.length - 1;
    int bucket = hash(directory, names, offset, length) & mask;
    while (buckets[bucket] != 0 && !is(buckets[bucket], directory, names, offset, length)) {
      bucket = (bucket + 1) & mask;
    }
    return bucket;
  }

  private boolean is(int node, int directory, byte[] names, int offset, int length) {
    return parent[node] == directory
        && nameLength[node] == length
        && Arrays.equals(
            namesOf(node),
            nameOffset[node],
            nameOffset[node] + length,
            names,
            offset,
            offset + length);
  }

  /** Mix eight bytes at a time. */
  private int hash(int directory, byte[] names, int offset, int length) {
    long hash = seed + directory * 0x9E3779B97F4A7C15L;
    int at = offset;
    int end = offset + length;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      hash = mix(hash ^ (long) LONGS.get(names, at));
    }
    long rest = length;
    for (; at < end; at++) {
      rest = (rest << 8) | (names[at] & 0xff);
    }
    return (int) mix(hash ^ rest);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 32)) * 0xBF58476D1CE4E5B9L;
    return mixed ^ (mixed >>> 29);
  }

  private void grow() {
    int capacity = parent.length + parent.length / 2;
    parent = Arrays.copyOf(parent, capacity);
    firstChild = Arrays.copyOf(firstChild, capacity);
    nextSibling = Arrays.copyOf(nextSibling, capacity);
    nameOffset = Arrays.copyOf(nameOffset, capacity);
    nameLength = Arrays.copyOf(nameLength, capacity);
    nameLayer = Arrays.copyOf(nameLayer, capacity);
    entry = Arrays.copyOf(entry, capacity);
    entryLayer = Arrays.copyOf(entryLayer, capacity);
    putBy = Arrays.copyOf(putBy, capacity);
    depth = Arrays.copyOf(depth, capacity);
  }

  private void rehash() {
    buckets = new int[buckets.length * 2];
    for (int node = 1; node < count; node++) {
      buckets[bucket(parent[node], namesOf(node), nameOffset[node], nameLength[node])] = node;
    }
  }

  /** Return the names of a layer. */
  byte[] names(int layer) {
    return layers.get(layer).names();
  }

  private byte[] namesOf(int node) {
    return layers.get(nameLayer[node]).names();
  }

  /** Return the name of a node; the root has none. */
  String name(int node) {
    return node == 0 ? "" : RawText.decode(namesOf(node), nameOffset[node], nameLength[node]);
  }

  /** Return the absolute path of a node. */
  String path(int node) {
    if (node == 0) {
      return "/";
    }
    int length = 0;
    for (int at = node; at != 0; at = parent[at]) {
      length += 1 + nameLength[at];
    }
    byte[] path = new byte[length];
    for (int at = node; at != 0; at = parent[at]) {
      length -= nameLength[at];
      System.arraycopy(namesOf(at), nameOffset[at], path, length, nameLength[at]);
      path[--length] = '/';
    }
    return RawText.decode(path, 0, path.length);
  }
}
