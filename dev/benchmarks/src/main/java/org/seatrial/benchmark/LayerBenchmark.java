package org.seatrial.benchmark;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.seatrial.image.layer.FileTree;
import org.seatrial.image.layer.LayerCache;
import org.seatrial.image.layer.LayerIndex;

/** The layers of one image: read and verified, taken from the cache, and laid over each other. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LayerBenchmark {

  /** The list of layers, see {@link StoredLayer#list}. */
  @Param("")
  public String list = "";

  /** The folder of the cache, where these layers are already. */
  @Param("")
  public String cacheFolder = "";

  private List<StoredLayer> layers = List.of();
  private List<LayerIndex> indexes = List.of();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  /** Index once, outside of what is timed. */
  @Setup
  public void prepare() {
    layers = StoredLayer.list(Path.of(list));
    indexes = layers.stream().map(StoredLayer::read).toList();
  }

  /** End the threads. */
  @TearDown
  public void end() {
    threads.shutdownNow();
  }

  /** Read every byte, with digests and diff IDs. */
  @Benchmark
  public List<LayerIndex> indexVerified() throws InterruptedException, ExecutionException {
    return IndexWay.VERIFIED.indexes(layers, cache(), threads);
  }

  /** Read what an earlier run has kept. */
  @Benchmark
  public List<LayerIndex> indexCached() throws InterruptedException, ExecutionException {
    return IndexWay.CACHED.indexes(layers, cache(), threads);
  }

  /** Lay the layers over each other. */
  @Benchmark
  public FileTree squash() {
    return FileTree.of(indexes);
  }

  private LayerCache cache() {
    return new LayerCache(
        Path.of(cacheFolder), LayerCache.STANDARD_SIZE, Clock.systemUTC(), notice -> {});
  }
}
