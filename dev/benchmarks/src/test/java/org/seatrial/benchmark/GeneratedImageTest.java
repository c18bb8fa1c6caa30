package org.seatrial.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.image.layer.LayerCache;
import org.seatrial.image.layer.LayerEntry;
import org.seatrial.image.layer.LayerIndex;
import org.seatrial.image.oci.Digest;

class GeneratedImageTest {

  private static final int FILES = 400;
  private static final int LAYERS = 4;
  private static final int FOLDERS = LAYERS + FILES / 100;

  @TempDir Path folder;

  @Test
  void has_the_size_and_the_number_of_files_that_were_asked_for() throws Exception {
    GeneratedImage.write(folder, 4 << 20, FILES, LAYERS);
    List<LayerIndex> indexes = layers().stream().map(StoredLayer::read).toList();
    List<LayerEntry> entries = indexes.stream().flatMap(i -> i.entries().stream()).toList();
    assertThat(entries).hasSize(FILES + FOLDERS);
    assertThat(entries.stream().mapToLong(LayerEntry::size).sum()).isBetween(3L << 20, 5L << 20);
    assertThat(layers().stream().filter(StoredLayer::isPlain)).hasSize(LAYERS / 2);
  }

  @Test
  void every_way_to_index_gives_the_same_entries() throws Exception {
    GeneratedImage.write(folder, 1 << 20, FILES, LAYERS);
    List<StoredLayer> plain = layers().stream().filter(StoredLayer::isPlain).toList();
    LayerCache cache =
        new LayerCache(
            folder.resolve("cache"),
            LayerCache.STANDARD_SIZE,
            Clock.systemUTC(),
            notice -> {
              throw new IllegalStateException(notice);
            });
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<String> verified = paths(IndexWay.VERIFIED.indexes(plain, cache, threads));
      assertThat(verified).isNotEmpty();
      assertThat(paths(IndexWay.WALKED.indexes(plain, cache, threads))).isEqualTo(verified);
      IndexWay.VERIFIED.indexes(plain, cache, threads).forEach(cache::store);
      assertThat(paths(IndexWay.CACHED.indexes(plain, cache, threads))).isEqualTo(verified);
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> paths(List<LayerIndex> indexes) {
    return indexes.stream().flatMap(i -> i.entries().stream()).map(LayerEntry::path).toList();
  }

  /** Read the documents as any other reader would: by the digests that they name. */
  private List<StoredLayer> layers() throws IOException {
    String manifest =
        blob(
            digests("index.json's manifest", Files.readString(folder.resolve("index.json")))
                .get(0));
    List<Digest> named = digests("the manifest", manifest);
    List<Digest> diffIds = digests("the configuration", blob(named.get(0)));
    assertThat(named).hasSize(diffIds.size() + 1);
    return Stream.iterate(0, i -> i + 1)
        .limit(diffIds.size())
        .map(
            i ->
                new StoredLayer(
                    folder.resolve("blobs/sha256").resolve(named.get(i + 1).hex()),
                    named.get(i + 1),
                    diffIds.get(i)))
        .collect(Collectors.toList());
  }

  private String blob(Digest digest) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("blobs/sha256").resolve(digest.hex()));
    assertThat(digest.matches(bytes)).isTrue();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static List<Digest> digests(String what, String json) {
    Matcher matcher = Pattern.compile("sha256:[0-9a-f]{64}").matcher(json);
    List<Digest> digests = matcher.results().map(found -> Digest.parse(found.group())).toList();
    assertThat(digests).as(what).isNotEmpty();
    return digests;
  }
}
