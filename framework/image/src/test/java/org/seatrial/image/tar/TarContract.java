package org.seatrial.image.tar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seatrial.check.InspectionException;

/** Reads an archive both as a stream and in a file, and holds both to the same answer. */
public final class TarContract {

  private TarContract() {}

  /** Return the entries, and their contents by number. */
  static List<TarEntry> entries(byte[] archive) {
    return entries(archive, Limits.standard());
  }

  static List<TarEntry> entries(byte[] archive, Limits limits) {
    List<TarEntry> streamed =
        all(TarReader.over("it", new Trickle(new ByteArrayInputStream(archive)), limits));
    List<TarEntry> walked = inFile(archive, region -> all(TarReader.over(region, limits)));
    assertThat(walked).isEqualTo(streamed);
    return streamed;
  }

  static TarEntry only(byte[] archive) {
    List<TarEntry> entries = entries(archive);
    assertThat(entries).hasSize(1);
    return entries.get(0);
  }

  /** Check that the archive is refused both ways, with the same message. */
  static void assertRefused(byte[] archive, Limits limits, String message) {
    String whole = "cannot read it: " + message;
    assertThatThrownBy(() -> all(TarReader.over("it", new ByteArrayInputStream(archive), limits)))
        .isInstanceOf(InspectionException.class)
        .hasMessage(whole);
    inFile(
        archive,
        region -> {
          assertThatThrownBy(() -> all(TarReader.over(region, limits)))
              .isInstanceOf(InspectionException.class)
              .hasMessage(whole);
          return true;
        });
  }

  static void assertRefused(byte[] archive, String message) {
    assertRefused(archive, Limits.standard(), message);
  }

  static List<TarEntry> all(TarReader tar) {
    List<TarEntry> entries = new ArrayList<>();
    for (Optional<TarEntry> e = tar.next(); e.isPresent(); e = tar.next()) {
      entries.add(e.get());
    }
    tar.finish();
    return entries;
  }

  /** Return the contents of all regular files by path, read in three ways that must agree. */
  static Map<String, byte[]> contents(byte[] archive) {
    Map<String, byte[]> read = new LinkedHashMap<>();
    Map<Content, byte[]> wanted = new LinkedHashMap<>();
    TarReader tar = TarReader.over("it", new ByteArrayInputStream(archive), Limits.standard());
    for (Optional<TarEntry> e = tar.next(); e.isPresent(); e = tar.next()) {
      if (e.get().type() == EntryType.REGULAR) {
        byte[] bytes = bytes(tar.content(e.get()));
        read.put(e.get().path().toString(), bytes);
        wanted.put(e.get().content(), bytes);
      }
    }
    Contents.read(
        "it",
        new Trickle(new ByteArrayInputStream(archive)),
        wanted.keySet(),
        (content, in) -> assertThat(in.readAllBytes()).isEqualTo(wanted.get(content)));
    inFile(
        archive,
        region -> {
          Contents.read(
              region,
              wanted.keySet(),
              (content, in) -> assertThat(in.readAllBytes()).isEqualTo(wanted.get(content)));
          return true;
        });
    return read;
  }

  private static byte[] bytes(InputStream in) {
    try {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is done with an archive in a file. */
  public interface InFile<R> {
    R apply(Region region);
  }

  /** Do something with an archive in a file, where other bytes are in front of it and behind it. */
  public static <R> R inFile(byte[] archive, InFile<R> use) {
    try {
      Path file = Files.createTempFile("seatrial", ".tar");
      try (FileChannel channel = FileChannel.open(file)) {
        byte[] around = new byte[archive.length + 300];
        Arrays.fill(around, (byte) 'x');
        System.arraycopy(archive, 0, around, 100, archive.length);
        Files.write(file, around);
        return use.apply(new Region("it", channel, 100, archive.length));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A stream that gives a few bytes at a time and never skips, as one from a network may. */
  private static final class Trickle extends FilterInputStream {
    private int turn;

    Trickle(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      turn = (turn + 1) % 7;
      return super.read(into, offset, Math.min(length, 1 + turn * 97));
    }

    @Override
    public long skip(long n) throws IOException {
      return turn % 2 == 0 ? 0 : super.skip(Math.min(n, 100));
    }
  }
}
