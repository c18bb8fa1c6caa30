package org.seatrial.image.layer;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.seatrial.check.InspectionException;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.tar.Content;
import org.seatrial.image.tar.ContentConsumer;
import org.seatrial.image.tar.Contents;
import org.seatrial.image.tar.Limits;
import org.seatrial.image.tar.Region;
import org.seatrial.image.tar.TarEntry;
import org.seatrial.image.tar.TarReader;

/**
 * Reads layers: into an index, and contents out of them. Nothing is written to a disk. Immutable;
 * several layers can be read at the same time.
 */
public final class LayerReader {

  private final Limits limits;

  /** Create a reader that refuses what is beyond the limits. */
  public LayerReader(Limits limits) {
    this.limits = requireNonNull(limits, "limits must not be null");
  }

  /**
   * Read a blob once, first byte to last, into an index, and compute its digest and diff ID on the
   * way. The stream is not closed.
   *
   * @param blob plain, gzip or zstd, which its first bytes tell
   * @throws InspectionException when it is damaged, truncated, beyond the limits, or not the layer
   *     that is claimed
   */
  public LayerBlob index(LayerClaim claim, InputStream blob) {
    try (HashThread hashes = new HashThread()) {
      PushbackInputStream raw = new PushbackInputStream(blob, Compression.MAGIC);
      Compression compression = Compression.of(raw);
      HashThread.Lane stored = hashes.lane(LayerClaim.algorithm(claim.digest()));
      HashThread.Lane plain = hashes.lane(LayerClaim.algorithm(claim.diffId()));
      // What is not compressed has one digest, unless two algorithms are asked for.
      boolean same =
          compression == Compression.NONE && stored.algorithm().equals(plain.algorithm());
      InputStream in = same ? raw : new HashedInput(raw, stored);
      IndexBuilder index = new IndexBuilder(claim.name());
      long size;
      try (InputStream decoded = compression.decode(new Unclosed(in))) {
        size = index(claim, new LayerStream(decoded, plain, same ? plain : stored, limits), index);
        if (in.read() >= 0) {
          throw new IOException("the compressed stream is followed by something else");
        }
      }
      Digest diffId = plain.finish();
      Digest digest = same ? diffId : stored.finish();
      claim.requireDigest(digest);
      claim.requireDiffId(diffId);
      long bytes = same ? size : stored.bytes();
      return new LayerBlob(index.finish(diffId, size), digest, bytes, compression);
    } catch (IOException e) {
      throw unreadable(claim.name(), e);
    }
  }

  private long index(LayerClaim claim, InputStream plain, IndexBuilder index) {
    return index(TarReader.over(claim.name(), plain, limits), index);
  }

  private static long index(TarReader tar, IndexBuilder index) {
    for (Optional<TarEntry> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
      index.add(entry.get());
    }
    return tar.finish();
  }

  /**
   * Index an uncompressed layer in a file by going from header to header, without reading contents.
   * What it says must not be used, nor cached, before {@link #verify} has shown that the region is
   * the layer that is claimed; both can be done at the same time.
   *
   * @param diffId what the layer is claimed to be
   * @throws InspectionException when it is damaged, truncated or beyond the limits
   */
  public LayerIndex walk(Region region, Digest diffId) {
    if (region.size() > limits.archiveBytes()) {
      throw new InspectionException(
          "cannot read "
              + region.name()
              + ": it has "
              + region.size()
              + " bytes, more than "
              + limits.archiveBytes());
    }
    IndexBuilder index = new IndexBuilder(region.name());
    long size = index(TarReader.over(region, limits), index);
    return index.finish(diffId, size);
  }

  /**
   * Read all bytes of a region and compare their digest with the one claimed.
   *
   * @throws InspectionException when it is another, naming both
   */
  public void verify(Region region, Digest claimed) {
    MessageDigest hash = claimed.newHash();
    byte[] buffer = new byte[HashThread.BUFFER];
    try (InputStream in = region.stream()) {
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        hash.update(buffer, 0, n);
      }
    } catch (IOException e) {
      throw unreadable(region.name(), e);
    }
    LayerClaim.of(region.name())
        .withDiffId(claimed)
        .requireDiffId(Digest.of(claimed.algorithm(), hash.digest()));
  }

  /**
   * Give the wanted contents of a blob to the consumer, in the order of the archive, in one pass
   * that stops behind the last. The stream is not closed, and what is read is not compared with any
   * digest.
   *
   * @param name the layer, for errors
   * @throws InspectionException when it can't be read, or the consumer fails
   */
  public void contents(
      String name, InputStream blob, Set<Content> wanted, ContentConsumer consumer) {
    if (wanted.isEmpty()) {
      return;
    }
    PushbackInputStream raw = new PushbackInputStream(blob, Compression.MAGIC);
    try (InputStream decoded = Compression.of(raw).decode(new Unclosed(raw))) {
      Contents.read(name, decoded, wanted, consumer);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** Give the wanted contents of an uncompressed layer to the consumer, reading nothing else. */
  public void contents(Region region, Set<Content> wanted, ContentConsumer consumer) {
    Contents.read(region, wanted, consumer);
  }

  private static InspectionException unreadable(String name, IOException cause) {
    String message = cause.getMessage();
    String reason = message == null ? cause.getClass().getSimpleName() : message;
    return new InspectionException("cannot read " + name + ": " + reason, cause);
  }
}
