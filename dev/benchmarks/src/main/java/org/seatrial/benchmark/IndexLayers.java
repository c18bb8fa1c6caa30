package org.seatrial.benchmark;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.seatrial.image.layer.LayerCache;
import org.seatrial.image.layer.LayerIndex;

/**
 * Indexes the layers of one image, several times in one JVM, and prints what it took. Arguments:
 * {@code verified|walked|cached|store}, how many times, the list of layers ({@link
 * StoredLayer#list}), and the folder of the cache.
 */
public final class IndexLayers {

  private IndexLayers() {}

  /** Run; {@code store} fills the cache and is not timed. */
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    String way = arguments[0].toUpperCase(Locale.ROOT);
    int times = Integer.parseInt(arguments[1]);
    List<StoredLayer> layers = StoredLayer.list(Path.of(arguments[2]));
    LayerCache cache = cache(Path.of(arguments[3]));
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      if (way.equals("STORE")) {
        IndexWay.VERIFIED.indexes(layers, cache, threads).forEach(cache::store);
      } else {
        Took took = new Took(times);
        long entries = 0;
        for (int i = 0; i < times; i++) {
          took.begin();
          List<LayerIndex> indexes = IndexWay.valueOf(way).indexes(layers, cache, threads);
          took.end();
          entries = indexes.stream().mapToLong(index -> index.entries().size()).sum();
        }
        took.print(entries);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static LayerCache cache(Path folder) {
    return new LayerCache(
        folder,
        LayerCache.STANDARD_SIZE,
        Clock.systemUTC(),
        notice -> {
          throw new IllegalStateException(notice);
        });
  }
}
