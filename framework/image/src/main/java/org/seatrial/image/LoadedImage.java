package org.seatrial.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.seatrial.image.layer.FileTree;
import org.seatrial.image.layer.LayerIndex;
import org.seatrial.image.layer.Waste;
import org.seatrial.image.oci.Descriptor;
import org.seatrial.image.oci.ImageConfig;
import org.seatrial.image.source.ImageContent;
import org.seatrial.image.source.StoredLayer;

/** An image whose layers are indexed: everything but the contents of its files. */
record LoadedImage(String name, ImageContent content, FileTree tree, Whereabouts whereabouts) {

  /** How many wasted files a summary names. */
  private static final int WASTED = 100;

  static LoadedImage of(String name, ImageContent content, List<LayerIndex> layers) {
    FileTree tree = FileTree.of(layers);
    return new LoadedImage(name, content, tree, new Whereabouts(tree, content.config()));
  }

  ImageSummary summary() {
    return new ImageSummary(
        name,
        content.manifest().map(Descriptor::digest),
        content.configDigest(),
        content.config(),
        layers(),
        wasted(),
        tree.wastedBytes());
  }

  /** Return the lowest layer that is the same blob as this one: a source hands that one over. */
  int firstOfBlob(int layer) {
    String path = content.layers().get(layer).path();
    int first = 0;
    while (!content.layers().get(first).path().equals(path)) {
      first++;
    }
    return first;
  }

  /** Tell whether a layer is stored uncompressed, so that its contents are where the index says. */
  boolean isPlain(int layer) {
    StoredLayer stored = content.layers().get(layer);
    return stored
        .digest()
        .map(stored.diffId()::equals)
        .orElseGet(() -> stored.size() == tree.layers().get(layer).size());
  }

  private List<ImageLayer> layers() {
    ImageConfig config = content.config();
    List<ImageLayer> layers = new ArrayList<>();
    for (StoredLayer stored : content.layers()) {
      LayerIndex index = tree.layers().get(stored.number());
      layers.add(
          new ImageLayer(
              stored.number() + 1,
              config.diffIds().get(stored.number()),
              index.size(),
              stored.size(),
              index.entries().size(),
              whereabouts.instruction(stored.number())));
    }
    return layers;
  }

  private List<WastedPath> wasted() {
    Map<String, List<Waste>> byPath = new LinkedHashMap<>();
    tree.waste().forEach(w -> byPath.computeIfAbsent(w.path(), p -> new ArrayList<>()).add(w));
    return byPath.entrySet().stream()
        .map(e -> wasted(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparingLong(WastedPath::bytes).reversed().thenComparing(WastedPath::path))
        .limit(WASTED)
        .toList();
  }

  private WastedPath wasted(String path, List<Waste> wastes) {
    TreeSet<Integer> numbers = new TreeSet<>();
    tree.history(path).forEach(change -> numbers.add(change.layer() + 1));
    wastes.forEach(waste -> numbers.add(waste.layer() + 1));
    return new WastedPath(
        path, wastes.stream().mapToLong(Waste::bytes).sum(), List.copyOf(numbers));
  }
}
