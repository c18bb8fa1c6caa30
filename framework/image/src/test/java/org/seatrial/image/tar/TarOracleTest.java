package org.seatrial.image.tar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader against two others: Apache Commons Compress, and tar itself where it is installed. */
class TarOracleTest {

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agrees_with_commons_compress(long seed) throws IOException {
    byte[] archive = random(new Random(seed), seed % 2 == 0);
    List<String> expected = new ArrayList<>();
    Map<String, byte[]> contents = new LinkedHashMap<>();
    try (TarArchiveInputStream in =
        new TarArchiveInputStream(new ByteArrayInputStream(archive), "UTF-8")) {
      for (TarArchiveEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        expected.add(describe(e));
        if (type(e) == EntryType.REGULAR) {
          contents.put(path(e), in.readAllBytes());
        }
      }
    }
    assertThat(TarContract.entries(archive).stream().map(TarOracleTest::describe))
        .isEqualTo(expected)
        .hasSize(60);
    assertThat(TarContract.contents(archive)).containsExactlyEntriesOf(contents);
  }

  private static String describe(TarEntry e) {
    return String.join(
        " ",
        e.path().toString(),
        e.type().toString(),
        Integer.toOctalString(e.attributes().mode().bits()),
        e.attributes().owner().toString(),
        Long.toString(e.content().size()),
        e.attributes().modified().toString(),
        e.link().toString());
  }

  private static String describe(TarArchiveEntry e) {
    return String.join(
        " ",
        path(e),
        type(e).toString(),
        Integer.toOctalString(e.getMode() & 07777),
        e.getLongUserId() + ":" + e.getLongGroupId(),
        Long.toString(e.getSize()),
        e.getLastModifiedTime().toInstant().toString(),
        e.getLinkName());
  }

  private static String path(TarArchiveEntry e) {
    return e.isDirectory() ? e.getName().substring(0, e.getName().length() - 1) : e.getName();
  }

  private static EntryType type(TarArchiveEntry e) {
    if (e.isLink()) {
      return EntryType.HARD_LINK;
    }
    if (e.isSymbolicLink()) {
      return EntryType.SYMLINK;
    }
    return e.isDirectory() ? EntryType.DIRECTORY : EntryType.REGULAR;
  }

  private static byte[] random(Random random, boolean gnu) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
      tar.setLongFileMode(
          gnu ? TarArchiveOutputStream.LONGFILE_GNU : TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setBigNumberMode(
          gnu ? TarArchiveOutputStream.BIGNUMBER_STAR : TarArchiveOutputStream.BIGNUMBER_POSIX);
      for (int i = 0; i < 60; i++) {
        String name = i + "é€".repeat(random.nextInt(80)) + "/x".repeat(1 + random.nextInt(90));
        byte flag =
            switch (random.nextInt(5)) {
              case 0 -> TarConstants.LF_DIR;
              case 1 -> TarConstants.LF_SYMLINK;
              case 2 -> TarConstants.LF_LINK;
              default -> TarConstants.LF_NORMAL;
            };
        TarArchiveEntry entry =
            new TarArchiveEntry(flag == TarConstants.LF_DIR ? name + "/" : name, flag);
        byte[] content = new byte[flag == TarConstants.LF_NORMAL ? random.nextInt(3_000) : 0];
        random.nextBytes(content);
        entry.setSize(content.length);
        entry.setMode(random.nextInt(010000));
        // The other reader cuts larger numbers in base 256 to 32 bits.
        entry.setUserId(random.nextLong(gnu ? 1L << 31 : 1L << 40));
        entry.setGroupId(random.nextInt(1 << 22));
        entry.setModTime(random.nextLong(1L << 41) / 1000 * 1000);
        if (flag == TarConstants.LF_SYMLINK || flag == TarConstants.LF_LINK) {
          entry.setLinkName("l/".repeat(random.nextInt(150)) + "end");
        }
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--format=gnu",
        "--format=oldgnu",
        "--format=ustar",
        "--format=pax",
        "--format=gnu --sparse",
        "--format=oldgnu --sparse",
        "--format=pax --sparse --sparse-version=0.0",
        "--format=pax --sparse --sparse-version=0.1",
        "--format=pax --sparse --sparse-version=1.0"
      })
  void agrees_with_tar(String options) throws Exception {
    assumeTrue(isGnuTar(), "GNU tar is not installed");
    Path folder = Files.createDirectories(temp.resolve("in"));
    fill(folder, options.contains("ustar") ? 60 : 200);
    Path archive = temp.resolve("it.tar");
    List<String> command = new ArrayList<>(List.of("tar", "-C", folder.toString()));
    command.addAll(List.of(options.split(" ", -1)));
    command.addAll(List.of("--sort=name", "--numeric-owner", "-cf", archive.toString(), "."));
    run(command);
    byte[] bytes = Files.readAllBytes(archive);

    Map<String, byte[]> contents = TarContract.contents(bytes);
    List<TarEntry> entries = TarContract.entries(bytes);
    assertThat(entries).hasSizeGreaterThan(8);
    for (TarEntry entry : entries) {
      Path file = folder.resolve(entry.path().toString());
      assertThat(Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .isEqualTo(entry.type() == EntryType.DIRECTORY);
      if (entry.type() == EntryType.REGULAR) {
        assertThat(contents.get(entry.path().toString()))
            .as(entry.path().toString())
            .isEqualTo(Files.readAllBytes(file));
      } else if (entry.type() == EntryType.SYMLINK) {
        assertThat(entry.link()).hasToString(Files.readSymbolicLink(file).toString());
      } else if (entry.type() == EntryType.HARD_LINK) {
        assertThat(Files.isSameFile(file, folder.resolve(entry.link().toString()))).isTrue();
      }
      assertThat(entry.attributes().modified().getEpochSecond())
          .isEqualTo(
              Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                  .toInstant()
                  .getEpochSecond());
    }
    boolean sparse = options.contains("--sparse");
    assertThat(entries)
        .filteredOn(e -> e.path().toString().startsWith("holes"))
        .hasSize(2)
        .allSatisfy(e -> assertThat(e.content().isPlain()).isEqualTo(!sparse));
  }

  private static void fill(Path folder, int longest) throws IOException {
    Files.writeString(folder.resolve("text"), "hello");
    Files.createFile(folder.resolve("empty"));
    Files.createDirectories(folder.resolve("d/e"));
    Files.writeString(folder.resolve("d/é€"), "x".repeat(10_000));
    Files.writeString(folder.resolve("d/" + "n".repeat(longest)), "long");
    Files.createSymbolicLink(folder.resolve("link"), Path.of("d/../text"));
    Files.createSymbolicLink(folder.resolve("far"), Path.of("/" + "t".repeat(longest)));
    Files.createLink(folder.resolve("d/hard"), folder.resolve("text"));
    for (int parts : new int[] {2, 60}) {
      try (RandomAccessFile file =
          new RandomAccessFile(folder.resolve("holes" + parts).toFile(), "rw")) {
        for (int i = 1; i <= parts; i++) {
          file.seek(i * 100_000L);
          file.write(("part " + i).getBytes(StandardCharsets.UTF_8));
        }
        file.setLength(parts * 100_000L + 70_000);
      }
    }
  }

  private static boolean isGnuTar() throws InterruptedException {
    try {
      return new String(
              new ProcessBuilder("tar", "--version").start().getInputStream().readAllBytes(),
              StandardCharsets.UTF_8)
          .contains("GNU tar");
    } catch (IOException e) {
      return false;
    }
  }

  private static void run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
