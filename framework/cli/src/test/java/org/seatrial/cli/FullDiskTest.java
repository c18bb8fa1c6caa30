package org.seatrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.image.fixture.Bundle;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;
import org.seatrial.image.fixture.Packing;

/** Real disks that are full or read-only: the same verdicts, no part of a file, a clear message. */
class FullDiskTest {

  @TempDir private Path temp;

  private String archive() {
    LayerFixture layer = LayerFixture.empty();
    for (int i = 0; i < 500; i++) {
      layer = layer.file("usr/share/some/folder/file-number-" + i, "x");
    }
    ImageFixture image = ImageFixture.of(layer).withName("shop:1").withRun("{\"User\": \"1001\"}");
    return Bundle.saved(image).tarTo(temp.resolve("image.tar"), Packing.PLAIN).toString();
  }

  private static Run run(Path cache) {
    return Run.on(new ImageOpener(cache)).withCache(cache);
  }

  private String withoutCache(String archive) {
    Run run = run(temp.resolve("another cache"));
    assertThat(run.command("check", archive)).isZero();
    assertThat(run.err()).isEmpty();
    return run.out();
  }

  @Test
  void a_cache_on_a_full_disk() throws Exception {
    String archive = archive();
    try (SmallDisk disk = SmallDisk.at(temp.resolve("disk"), 64)) {
      Path cache = disk.folder().resolve("cache");
      Path filler = disk.fill();
      for (int i = 0; i < 2; i++) {
        Run run = run(cache);
        assertThat(run.command("check", archive)).isZero();
        assertThat(run.out()).isEqualTo(withoutCache(archive));
        assertThat(run.err())
            .isEqualTo(
                "seatrial: the cache of layers can't be used: could not write in "
                    + cache.resolve("layers")
                    + ": IOException: No space left on device\n");
        assertThat(files(cache)).isEmpty();
      }
      Files.delete(filler);
      assertThat(run(cache).command("check", archive)).isZero();
      assertThat(files(cache)).isNotEmpty().noneMatch(file -> file.endsWith(".tmp"));
    }
  }

  @Test
  void a_cache_on_a_disk_that_becomes_full_while_it_is_written() throws Exception {
    String archive = archive();
    // The index of 500 entries has more than 32 KiB.
    try (SmallDisk disk = SmallDisk.at(temp.resolve("disk"), 16)) {
      Path cache = disk.folder().resolve("cache");
      Run run = run(cache);
      assertThat(run.command("check", archive)).isZero();
      assertThat(run.out()).isEqualTo(withoutCache(archive));
      assertThat(run.err()).endsWith(": IOException: No space left on device\n").hasLineCount(1);
      assertThat(files(cache.resolve("layers"))).isEmpty();
      assertThat(files(cache)).noneMatch(file -> file.endsWith(".tmp"));
    }
  }

  @Test
  void a_cache_on_a_read_only_disk_is_used_but_not_written() throws Exception {
    String archive = archive();
    // Old enough for its stamp to be trusted.
    Files.setLastModifiedTime(Path.of(archive), FileTime.from(Instant.EPOCH));
    try (SmallDisk disk = SmallDisk.at(temp.resolve("disk"), 512)) {
      Path cache = disk.folder().resolve("cache");
      assertThat(run(cache).command("check", archive)).isZero();
      List<String> before = files(cache);
      disk.freeze();
      Run run = run(cache);
      assertThat(run.command("check", archive)).isZero();
      assertThat(run.out()).isEqualTo(withoutCache(archive));
      assertThat(run.err())
          .startsWith("seatrial: the cache of layers can't be used: could not ")
          .endsWith("Read-only file system\n")
          .hasLineCount(1);
      assertThat(files(cache)).isEqualTo(before);
    }
  }

  @Test
  void a_report_on_a_full_disk() throws Exception {
    String archive = archive();
    try (SmallDisk disk = SmallDisk.at(temp.resolve("disk"), 64)) {
      Path old = Files.writeString(disk.folder().resolve("old.json"), "old");
      disk.fill();
      for (Path file : List.of(old, disk.folder().resolve("new.json"))) {
        Run run = run(temp.resolve("cache"));
        assertThat(run.command("check", archive, "--format=json", "-o", file.toString()))
            .isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
            .isEqualTo(
                "seatrial: --output " + file + " can't be written: No space left on device\n");
      }
      assertThat(files(disk.folder())).containsExactly("filler", "old.json");
      assertThat(old).hasContent("old");
    }
  }

  @Test
  void a_report_on_a_read_only_disk() throws Exception {
    try (SmallDisk disk = SmallDisk.at(temp.resolve("disk"), 64)) {
      disk.freeze();
      Path file = disk.folder().resolve("report.txt");
      Run run = run(temp.resolve("cache"));
      assertThat(run.command("check", archive(), "-o", file.toString())).isEqualTo(2);
      assertThat(run.err())
          .isEqualTo("seatrial: --output " + file + " can't be written: Read-only file system\n");
    }
  }

  private static List<String> files(Path folder) throws IOException {
    return Installed.below(folder).stream()
        .filter(file -> Files.isRegularFile(folder.resolve(file)))
        .toList();
  }
}
