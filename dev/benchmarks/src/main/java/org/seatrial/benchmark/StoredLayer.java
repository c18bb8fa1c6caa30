package org.seatrial.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.seatrial.image.layer.Compression;
import org.seatrial.image.layer.LayerClaim;
import org.seatrial.image.layer.LayerIndex;
import org.seatrial.image.layer.LayerReader;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.tar.Limits;
import org.seatrial.image.tar.Region;

/**
 * A layer in a file of its own, as an OCI layout keeps it.
 *
 * @param file the blob
 * @param digest of the blob
 * @param diffId of the uncompressed archive
 */
record StoredLayer(Path file, Digest digest, Digest diffId) {

  private static final LayerReader READER = new LayerReader(Limits.standard());

  /**
   * Read a list of layers, base first: a line for each, with the path, the digest and the diff ID
   * between tabs.
   */
  static List<StoredLayer> list(Path list) {
    try {
      return Files.readAllLines(list).stream().map(StoredLayer::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StoredLayer parse(String line) {
    String[] parts = line.split("\t", -1);
    return new StoredLayer(Path.of(parts[0]), Digest.parse(parts[1]), Digest.parse(parts[2]));
  }

  boolean isPlain() {
    try (InputStream in = Files.newInputStream(file)) {
      return Compression.of(in.readNBytes(4)) == Compression.NONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long size() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Index the layer from its first byte to its last, with its digest and diff ID. */
  LayerIndex read() {
    LayerClaim claim = LayerClaim.of(file.toString()).withDigest(digest).withDiffId(diffId);
    try (InputStream in = Files.newInputStream(file)) {
      return READER.index(claim, in).index();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Index a plain layer by going from header to header; nothing is verified. */
  LayerIndex walk() {
    try (FileChannel channel = FileChannel.open(file)) {
      return READER.walk(Region.whole(file.toString(), channel), diffId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compare a plain layer with its diff ID. */
  void verify() {
    try (FileChannel channel = FileChannel.open(file)) {
      READER.verify(Region.whole(file.toString(), channel), diffId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
