package org.seatrial.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.seatrial.check.InspectionException;
import org.seatrial.image.layer.LayerCache;
import org.seatrial.image.layer.LayerClaim;
import org.seatrial.image.layer.LayerIndex;
import org.seatrial.image.layer.LayerReader;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.source.Choice;
import org.seatrial.image.source.EngineSource;
import org.seatrial.image.source.ImageContent;
import org.seatrial.image.source.ImageSource;
import org.seatrial.image.source.LayerBytes;
import org.seatrial.image.source.StoredLayer;
import org.seatrial.image.tar.Limits;
import org.seatrial.image.tar.Region;

/**
 * Opens an image and indexes its layers: those in the cache are taken from there, the others are
 * read, at once where the source allows it. Everything that is read is held against its digest and
 * diff ID before it is used.
 */
final class ImageLoader {

  private final LayerReader reader;
  private final LayerCache cache;
  private final SmallFiles memory;
  private final VerifiedBlobs verified;
  private final ImageProgress progress;

  ImageLoader(Limits limits, LayerCache cache, SmallFiles memory, ImageProgress progress) {
    this.reader = new LayerReader(limits);
    this.cache = cache;
    this.memory = memory;
    this.verified = new VerifiedBlobs(memory);
    this.progress = progress;
  }

  LoadedImage load(ImageSource source, Choice choice) {
    progress.opening(source.name());
    PassedLayers passed = new PassedLayers(reader);
    ImageContent content = remembering(source).open(choice, passed);
    Map<Digest, LayerIndex> indexes = new HashMap<>(passed.indexes(content.layers()));
    indexes.values().forEach(cache::store);
    for (StoredLayer layer : content.layers()) {
      if (indexes.containsKey(layer.diffId())) {
        verified.add(content.stamp(layer.number()), layer);
      }
    }
    Map<String, StoredLayer> unread = new TreeMap<>();
    for (StoredLayer layer : content.layers()) {
      if (!indexes.containsKey(layer.diffId()) && !isCached(content, layer, indexes)) {
        unread.putIfAbsent(layer.path(), layer);
      }
    }
    read(content, List.copyOf(unread.values()), indexes);
    List<LayerIndex> layers = new ArrayList<>();
    content.layers().forEach(layer -> layers.add(required(indexes, layer)));
    return LoadedImage.of("image " + source.name(), content, layers);
  }

  private ImageSource remembering(ImageSource source) {
    return source instanceof EngineSource engine ? engine.remembering(memory) : source;
  }

  private boolean isCached(
      ImageContent content, StoredLayer layer, Map<Digest, LayerIndex> indexes) {
    // What a source can't vouch for without reading it is read, whatever the cache has.
    if (!verified.contains(content.stamp(layer.number()), layer)) {
      return false;
    }
    cache.load(layer.diffId()).ifPresent(index -> indexes.put(layer.diffId(), index));
    return indexes.containsKey(layer.diffId());
  }

  private void read(
      ImageContent content, List<StoredLayer> layers, Map<Digest, LayerIndex> indexes) {
    List<Set<Integer>> batches =
        content.isSeekable()
            ? layers.stream().map(layer -> Set.of(layer.number())).toList()
            : List.of(Set.copyOf(layers.stream().map(StoredLayer::number).toList()));
    if (layers.isEmpty()) {
      return;
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(batches.size(), Runtime.getRuntime().availableProcessors()));
    try {
      List<Future<List<LayerIndex>>> reading = new ArrayList<>();
      batches.forEach(batch -> reading.add(threads.submit(task(content, batch))));
      for (Future<List<LayerIndex>> future : reading) {
        for (LayerIndex index : result(future)) {
          indexes.put(index.diffId(), index);
        }
      }
    } finally {
      threads.shutdownNow();
      await(threads);
    }
  }

  private Callable<List<LayerIndex>> task(ImageContent content, Set<Integer> batch) {
    return () -> {
      List<LayerIndex> indexes = new ArrayList<>();
      content.read(batch, (layer, bytes) -> indexes.add(index(content, layer, bytes)));
      return indexes;
    };
  }

  private LayerIndex index(ImageContent content, StoredLayer layer, LayerBytes bytes)
      throws IOException {
    progress.reading(layer.number() + 1, content.layers().size(), layer.size());
    Optional<String> before = content.stamp(layer.number());
    LayerIndex index =
        bytes.region().isPresent() && layer.digest().filter(layer.diffId()::equals).isPresent()
            ? walk(layer, bytes.region().get())
            : reader.index(claim(layer), bytes.stream()).index();
    cache.store(index);
    if (before.equals(content.stamp(layer.number()))) {
      verified.add(before, layer);
    }
    return index;
  }

  private static LayerClaim claim(StoredLayer layer) {
    return new LayerClaim(layer.name(), layer.digest(), Optional.of(layer.diffId()));
  }

  private LayerIndex walk(StoredLayer layer, Region bytes) {
    Region region = bytes.part(layer.name(), 0, bytes.size());
    LayerIndex cached = cache.load(layer.diffId()).orElse(null);
    LayerIndex index = cached == null ? reader.walk(region, layer.diffId()) : cached;
    reader.verify(region, layer.diffId());
    return index;
  }

  private static LayerIndex required(Map<Digest, LayerIndex> indexes, StoredLayer layer) {
    LayerIndex index = indexes.get(layer.diffId());
    if (index == null) {
      throw new InspectionException(
          "cannot read " + layer.name() + ": the source did not hand it over");
    }
    return index;
  }

  /** Wait for what was begun beside a failure: nobody reads or writes once the caller knows. */
  private static void await(ExecutorService threads) {
    try {
      threads.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InspectionException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InspectionException("interrupted while reading the image", e);
    }
  }
}
