package org.seatrial.image.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.image.tar.TarFixture.tar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.image.layer.LayerCache.Cleared;

class LayerCacheTest {

  private final List<String> notices = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Clock clock =
      InstantSource.tick(() -> now, Duration.ofNanos(1)).withZone(ZoneOffset.UTC);

  @TempDir Path temp;

  private LayerCache cache() {
    return cache(LayerCache.STANDARD_SIZE);
  }

  private LayerCache cache(long bytes) {
    return new LayerCache(temp.resolve("layers"), bytes, clock, notices::add);
  }

  private static LayerIndex layer(String content) {
    return LayerFixture.index(
        tar()
            .directory("d")
            .file("d/\u00ff\u20ac", content, h -> h.owner(1, 2).modified(3))
            .pax(
                "SCHILY.xattr.security.capability=\1\2\3",
                "GNU.sparse.major=0",
                "GNU.sparse.minor=1",
                "GNU.sparse.numblocks=1",
                "GNU.sparse.map=5,2",
                "GNU.sparse.size=9")
            .file("s", "ab")
            .hardLink("h", "s")
            .whiteout("w")
            .opaque("o")
            .bytes());
  }

  @Test
  void gives_back_what_was_stored() {
    LayerIndex index = layer("x");
    cache().store(index);
    LayerIndex loaded = cache().load(index.diffId()).orElseThrow();
    assertThat(loaded.entries()).isEqualTo(index.entries());
    assertThat(loaded.size()).isEqualTo(index.size());
    assertThat(loaded.diffId()).isEqualTo(index.diffId());
    assertThat(loaded.capability(2)).containsExactly(1, 2, 3);
    assertThat(notices).isEmpty();
  }

  @Test
  void has_nothing_at_first_and_makes_no_folder() {
    assertThat(cache().load(layer("x").diffId())).isEmpty();
    assertThat(temp.resolve("layers")).doesNotExist();
    assertThat(notices).isEmpty();
  }

  @Test
  void lets_nobody_else_read() throws IOException {
    cache().store(layer("x"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("layers"))))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(only())))
        .isEqualTo("rw-------");
  }

  private Path only() throws IOException {
    try (var files = Files.list(temp.resolve("layers"))) {
      return files
          .reduce(
              (a, b) -> {
                throw new AssertionError("more than one: " + a + ", " + b);
              })
          .orElseThrow();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8, 12, 20, 152, 160, 164, 170, 240, -1})
  void does_not_believe_a_damaged_file_and_writes_it_again(int at) throws IOException {
    LayerIndex index = layer("x");
    cache().store(index);
    byte[] bytes = Files.readAllBytes(only());
    bytes[at < 0 ? bytes.length - 1 : at] ^= 1;
    Files.write(only(), bytes);
    assertThat(cache().load(index.diffId())).isEmpty();
    cache().store(index);
    assertThat(cache().load(index.diffId())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 167, 168, 300})
  void does_not_believe_a_file_that_was_cut(int length) throws IOException {
    LayerIndex index = layer("x");
    cache().store(index);
    Files.write(only(), Arrays.copyOf(Files.readAllBytes(only()), length));
    assertThat(cache().load(index.diffId())).isEmpty();
  }

  @Test
  void does_not_believe_a_file_under_the_name_of_another() throws IOException {
    LayerIndex one = layer("x");
    LayerIndex other = layer("y");
    cache().store(one);
    Files.move(only(), only().resolveSibling("sha256-" + other.diffId().hex() + ".index"));
    assertThat(cache().load(other.diffId())).isEmpty();
  }

  @Test
  void gives_up_what_was_used_least_recently() {
    List<LayerIndex> layers = List.of(layer("1"), layer("2"), layer("3"));
    long each = layers.get(0).format().array().length;
    LayerCache cache = cache(2 * each);
    cache.store(layers.get(0));
    now = now.plusSeconds(1);
    cache.store(layers.get(1));
    now = now.plusSeconds(1);
    assertThat(cache.load(layers.get(0).diffId())).isPresent();
    now = now.plusSeconds(1);
    cache.store(layers.get(2));
    assertThat(cache.load(layers.get(0).diffId())).isPresent();
    assertThat(cache.load(layers.get(1).diffId())).isEmpty();
    assertThat(cache.load(layers.get(2).diffId())).isPresent();
  }

  @Test
  void clears_its_files_and_nothing_else() throws IOException {
    LayerIndex one = layer("1");
    LayerCache cache = cache();
    assertThat(cache.clear()).isEqualTo(new Cleared(0, 0));
    cache.store(one);
    cache.store(layer("2"));
    Files.writeString(temp.resolve("layers/notes.txt"), "mine");
    assertThat(cache.clear()).isEqualTo(new Cleared(2, 2L * one.format().array().length));
    assertThat(only()).hasFileName("notes.txt");
  }

  @Test
  void takes_away_what_a_killed_process_left_behind() throws IOException {
    LayerCache cache = cache();
    cache.store(layer("1"));
    Path old = Files.createFile(temp.resolve("layers/1.tmp"));
    Path young = Files.createFile(temp.resolve("layers/2.tmp"));
    Files.setLastModifiedTime(old, FileTime.from(now.minusSeconds(3_601)));
    Files.setLastModifiedTime(young, FileTime.from(now));
    cache.store(layer("2"));
    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void says_once_that_it_can_not_be_used_and_goes_on() throws IOException {
    Files.writeString(temp.resolve("layers"), "a file in the place of the folder");
    LayerCache cache = cache();
    LayerIndex index = layer("1");
    cache.store(index);
    cache.store(index);
    assertThat(cache.load(index.diffId())).isEmpty();
    assertThat(notices)
        .containsExactly(
            "the cache of layers can't be used: could not write in "
                + temp.resolve("layers")
                + ": FileAlreadyExistsException: "
                + temp.resolve("layers"));
  }

  /** The clock is asked between reading, or writing, a file and noting when that was. */
  private LayerCache clearedWhenTheClockIsAsked() {
    InstantSource clearing =
        () -> {
          try {
            cache().clear();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return now;
        };
    return new LayerCache(
        temp.resolve("layers"),
        LayerCache.STANDARD_SIZE,
        clearing.withZone(ZoneOffset.UTC),
        notices::add);
  }

  @Test
  void uses_what_somebody_else_gives_up_since_it_was_read() {
    LayerIndex index = layer("1");
    cache().store(index);
    assertThat(clearedWhenTheClockIsAsked().load(index.diffId())).isPresent();
    assertThat(cache().load(index.diffId())).isEmpty();
    assertThat(notices).isEmpty();
  }

  @Test
  void keeps_nothing_where_somebody_else_clears_what_is_being_written() {
    LayerIndex index = layer("1");
    clearedWhenTheClockIsAsked().store(index);
    assertThat(temp.resolve("layers")).isEmptyDirectory();
    assertThat(notices).isEmpty();
  }

  @Test
  void is_harmless_when_many_use_it_at_once() throws Exception {
    List<LayerIndex> layers = List.of(layer("1"), layer("2"), layer("3"));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> runs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      runs.add(
          threads.submit(
              () -> {
                LayerCache cache = cache(2L * layers.get(0).format().array().length);
                for (int round = 0; round < 50; round++) {
                  LayerIndex index = layers.get(round % 3);
                  cache.store(index);
                  cache
                      .load(index.diffId())
                      .ifPresent(loaded -> assertThat(loaded.entries()).isEqualTo(index.entries()));
                }
              }));
    }
    for (Future<?> run : runs) {
      run.get();
    }
    threads.shutdown();
    assertThat(notices).isEmpty();
  }
}
