package org.seatrial.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.seatrial.image.layer.LayerCache;
import org.seatrial.image.layer.LayerIndex;

/** A way to have the indexes of layers. */
enum IndexWay {
  /** Read every byte, and compare digests and diff IDs: what a cold run does. */
  VERIFIED {
    @Override
    List<Callable<List<LayerIndex>>> tasks(StoredLayer layer, LayerCache cache) {
      if (!layer.isPlain()) {
        return List.of(() -> List.of(layer.read()));
      }
      return List.of(
          () -> List.of(layer.walk()),
          () -> {
            layer.verify();
            return List.of();
          });
    }
  },

  /** Read the headers of plain layers only, and verify nothing. */
  WALKED {
    @Override
    List<Callable<List<LayerIndex>>> tasks(StoredLayer layer, LayerCache cache) {
      return List.of(() -> List.of(layer.walk()));
    }
  },

  /** Take the indexes that an earlier run has kept. */
  CACHED {
    @Override
    List<Callable<List<LayerIndex>>> tasks(StoredLayer layer, LayerCache cache) {
      return List.of(() -> cache.load(layer.diffId()).stream().toList());
    }
  };

  abstract List<Callable<List<LayerIndex>>> tasks(StoredLayer layer, LayerCache cache);

  /** Return the indexes of all layers, in any order; the largest layers are begun first. */
  List<LayerIndex> indexes(List<StoredLayer> layers, LayerCache cache, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    Stream<StoredLayer> largestFirst =
        layers.stream().sorted(Comparator.comparingLong(StoredLayer::size).reversed());
    List<Callable<List<LayerIndex>>> tasks =
        largestFirst.flatMap(layer -> tasks(layer, cache).stream()).toList();
    List<LayerIndex> indexes = new ArrayList<>();
    for (Future<List<LayerIndex>> done : threads.invokeAll(tasks)) {
      indexes.addAll(done.get());
    }
    if (indexes.size() != layers.size()) {
      throw new IllegalStateException(
          indexes.size() + " of " + layers.size() + " layers were indexed");
    }
    return indexes;
  }
}
