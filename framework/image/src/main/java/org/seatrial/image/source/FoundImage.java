package org.seatrial.image.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.seatrial.check.InspectionException;
import org.seatrial.image.oci.Descriptor;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.oci.ImageConfig;

/** An image that was found in a store. */
record FoundImage(
    Store store,
    List<String> names,
    Optional<Descriptor> manifest,
    ImageConfig config,
    Digest configDigest,
    List<StoredLayer> layers)
    implements ImageContent {

  FoundImage {
    names = List.copyOf(names);
    layers = List.copyOf(layers);
    Map<String, StoredLayer> byPath = new HashMap<>();
    for (StoredLayer layer : layers) {
      StoredLayer first = byPath.putIfAbsent(layer.path(), layer);
      if (first != null && !first.diffId().equals(layer.diffId())) {
        throw new InspectionException(
            "cannot trust "
                + layer.name()
                + ": it is the same blob as layer "
                + (first.number() + 1)
                + ", but the config has different diff IDs for them");
      }
    }
  }

  @Override
  public boolean isSeekable() {
    return store.isSeekable();
  }

  @Override
  public Optional<String> stamp(int number) {
    StoredLayer layer = layers.get(number);
    return store.stamp(new StoredFile(layer.path(), layer.size()));
  }

  @Override
  public void read(Set<Integer> numbers, LayerVisitor visitor) {
    Map<String, StoredLayer> wanted = new LinkedHashMap<>();
    for (int number : new TreeSet<>(numbers)) {
      StoredLayer layer = layers.get(Objects.checkIndex(number, layers.size()));
      wanted.putIfAbsent(layer.path(), layer);
    }
    List<StoredFile> files = new ArrayList<>();
    wanted.values().forEach(layer -> files.add(new StoredFile(layer.path(), layer.size())));
    store.visit(
        files,
        (file, bytes) -> visitor.visit(Objects.requireNonNull(wanted.get(file.path())), bytes));
  }

  /** Return the name of a layer for messages. */
  static String layerName(int number, ImageConfig config, String where, String source) {
    return "layer %d of %d (%s) of %s"
        .formatted(number + 1, config.diffIds().size(), where, source);
  }

  /** Refuse an image whose documents disagree on the number of its layers. */
  static void requireSameNumber(String title, int layers, ImageConfig config) {
    if (layers != config.diffIds().size()) {
      throw new InspectionException(
          "cannot trust "
              + title
              + ": it has "
              + layers
              + " layers, but the config has "
              + config.diffIds().size()
              + " diff IDs");
    }
  }
}
