package org.seatrial.image.layer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.seatrial.image.tar.Limits;
import org.seatrial.image.tar.TarFixture;

/** Makes indexes and trees out of archives. */
public final class LayerFixture {

  private LayerFixture() {}

  /** Return the index of an archive, plain or compressed. */
  public static LayerIndex index(byte[] blob) {
    return new LayerReader(Limits.standard())
        .index(LayerClaim.of("layer 1"), new ByteArrayInputStream(blob))
        .index();
  }

  /** Return the tree of some archives, base first. */
  public static FileTree tree(TarFixture... layers) {
    List<LayerIndex> indexes = new ArrayList<>();
    for (TarFixture layer : layers) {
      indexes.add(index(layer.bytes()));
    }
    return FileTree.of(indexes);
  }

  /** Return the bytes compressed with gzip. */
  public static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
