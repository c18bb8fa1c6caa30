package org.seatrial.image;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.seatrial.check.InspectionException;
import org.seatrial.image.layer.LayerBlob;
import org.seatrial.image.layer.LayerClaim;
import org.seatrial.image.layer.LayerIndex;
import org.seatrial.image.layer.LayerReader;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.source.LayerBytes;
import org.seatrial.image.source.PassingBlobs;
import org.seatrial.image.source.StoredLayer;

/**
 * Indexes blobs while a stream passes, before anything says which of them are layers. They are
 * known by the diff ID of what was read, so that none can be taken for another.
 */
final class PassedLayers implements PassingBlobs {

  private final LayerReader reader;
  private final Map<Digest, LayerBlob> blobs = new HashMap<>();
  private final Map<String, LayerBlob> byPath = new HashMap<>();
  private final Map<String, InspectionException> failures = new HashMap<>();

  PassedLayers(LayerReader reader) {
    this.reader = reader;
  }

  @Override
  public void pass(String path, long size, LayerBytes bytes) {
    try {
      LayerBlob blob = reader.index(LayerClaim.of(path), bytes.stream());
      blobs.put(blob.index().diffId(), blob);
      byPath.put(path, blob);
      failures.remove(path);
    } catch (InspectionException e) {
      byPath.remove(path);
      failures.put(path, e);
    }
  }

  /**
   * Return the indexes of those layers that passed.
   *
   * @throws InspectionException when one of them could not be read, or is not what the image says
   */
  Map<Digest, LayerIndex> indexes(List<StoredLayer> layers) {
    Map<Digest, LayerIndex> indexes = new HashMap<>();
    for (StoredLayer layer : layers) {
      InspectionException failure = failures.get(layer.path());
      if (failure != null) {
        throw failure;
      }
      requireClaims(layer);
      LayerBlob blob = blobs.get(layer.diffId());
      if (blob != null && layer.digest().filter(d -> !d.equals(blob.digest())).isEmpty()) {
        indexes.put(layer.diffId(), blob.index());
      }
    }
    return indexes;
  }

  /** Refuse here what a stream that can't be had again would not let anybody hold against it. */
  private void requireClaims(StoredLayer layer) {
    LayerBlob blob = byPath.get(layer.path());
    if (blob != null) {
      layer.digest().ifPresent(stated -> require(layer, "digest", stated, blob.digest()));
      require(layer, "diff ID", layer.diffId(), blob.index().diffId());
    }
  }

  private static void require(StoredLayer layer, String what, Digest stated, Digest actual) {
    // Another algorithm than that of the pass says nothing.
    if (stated.algorithm().equals(actual.algorithm()) && !stated.equals(actual)) {
      throw new InspectionException(
          "cannot trust " + layer.name() + ": its " + what + " is " + actual + ", not " + stated);
    }
  }
}
