package org.seatrial.image.layer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.seatrial.check.InspectionException;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.Selection;
import org.seatrial.image.tar.RawText;

/**
 * The files of an image as a container would see them: its layers laid over each other, with what
 * each layer did to each path. Immutable once made, and safe for use by several threads.
 *
 * <p>Layers are unpacked as an engine with overlayfs does it: whiteouts mean the layers below,
 * wherever in their archive they stand; a later entry of the same path replaces an earlier one; a
 * directory merges with a directory below and replaces anything else, links to directories too; a
 * folder that no layer lists is root's, with mode 0755.
 */
public final class FileTree {

  /** The most layers; an engine takes 127. */
  private static final int LAYERS = 20_000;

  private final List<LayerIndex> layers;
  private final NodeTable nodes;
  private final TreeFiles files;
  private final History history;

  private FileTree(List<LayerIndex> layers) {
    this.layers = List.copyOf(layers);
    int largest = layers.stream().mapToInt(LayerIndex::count).max().orElse(0);
    nodes = new NodeTable(this.layers, largest);
    files = new TreeFiles(nodes);
    history = new History(this.layers);
  }

  /**
   * Lay the layers over each other.
   *
   * @param layers base first
   * @throws InspectionException when no engine could unpack them: an entry is below a file of the
   *     same layer
   */
  public static FileTree of(List<LayerIndex> layers) {
    if (layers.size() > LAYERS) {
      throw new InspectionException(
          "cannot look into the image: it has " + layers.size() + " layers, more than " + LAYERS);
    }
    FileTree tree = new FileTree(layers);
    for (int i = 0; i < layers.size(); i++) {
      new Squash(tree.nodes, tree.history, tree.layers.get(i), i).apply();
    }
    return tree;
  }

  /** Return the layers, base first. */
  public List<LayerIndex> layers() {
    return layers;
  }

  /**
   * Tell what is at a path, in the image's own root: absolute links begin there again, {@code ..}
   * does not lead above it, and after 40 links nobody can tell. A slash at the end asks for a
   * directory.
   *
   * @param path absolute; bytes that are no UTF-8 as lone surrogates, as in the answers
   */
  public Lookup find(String path, Links links) {
    Resolver resolver = new Resolver(nodes, path);
    int node = resolver.find(links);
    return node == NodeTable.NONE ? resolver.stop() : files.at(node, nodes.path(node));
  }

  /** Return all files that a glob and a selection select. */
  public Walk walk(Glob glob, Selection selection) {
    return walk(glob, selection, Integer.MAX_VALUE);
  }

  /**
   * Return the files that a glob and a selection select, the first ones by path if there are more
   * than the limit. Links in {@link Glob#folder()} are followed, others are not.
   */
  public Walk walk(Glob glob, Selection selection, int limit) {
    Resolver resolver = new Resolver(nodes, glob.folder());
    int folder = resolver.find(Links.FOLLOW);
    if (folder != NodeTable.NONE && nodes.isDirectory(folder)) {
      return new TreeWalk(nodes, files, glob, selection).below(folder, limit);
    }
    Lookup none = folder == NodeTable.NONE ? resolver.stop() : files.at(folder, nodes.path(folder));
    return none.fold(
        found -> new Walk(List.of(), List.of(), true),
        missing -> new Walk(List.of(), List.of(), true),
        unresolved -> new Walk(List.of(), List.of(unresolved), true));
  }

  /**
   * Return what each layer did to a path, lowest layer first, also when nothing is there any more;
   * empty when no layer knows it.
   *
   * @param path where the file really is, as in {@link org.seatrial.check.file.FileStatus#path()}:
   *     no link is followed
   */
  public List<Change> history(String path) {
    byte[] names = RawText.encode(path);
    int node = 0;
    for (int start = 0; start < names.length && node != NodeTable.NONE; ) {
      int end = Squash.elementEnd(names, start, names.length);
      if (end > start) {
        node = nodes.child(node, names, start, end - start);
      }
      start = end + 1;
    }
    return node == NodeTable.NONE ? List.of() : history.of(node);
  }

  /**
   * Return the contents that no container sees, since their files are overwritten or removed in a
   * higher layer or later in the same one; largest first.
   */
  public List<Waste> waste() {
    List<BitSet> seen = Stream.generate(BitSet::new).limit(layers.size()).toList();
    for (int node = 0; node < nodes.count(); node++) {
      if (nodes.isPresent(node) && nodes.entry(node) >= 0) {
        seen.get(nodes.entryLayer(node)).set(nodes.entry(node));
      }
    }
    List<Waste> waste = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      LayerIndex index = layers.get(i);
      for (int e = seen.get(i).nextClearBit(0);
          e < index.count();
          e = seen.get(i).nextClearBit(e + 1)) {
        if (index.kind(e) == EntryKind.REGULAR && index.stored(e) > 0) {
          waste.add(new Waste(index.path(e), i, index.stored(e)));
        }
      }
    }
    waste.sort(
        Comparator.comparingLong(Waste::bytes)
            .reversed()
            .thenComparing(Waste::path)
            .thenComparingInt(Waste::layer));
    return waste;
  }

  /** Return the number of bytes of all {@link #waste()}. */
  public long wastedBytes() {
    return waste().stream().mapToLong(Waste::bytes).sum();
  }
}
