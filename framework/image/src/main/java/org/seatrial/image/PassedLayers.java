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
  private final Map<String, InspectionException> failures = new HashMap<>();

  PassedLayers(LayerReader reader) {
    this.reader = reader;
  }

  @Override
  public void pass(String path, long size, LayerBytes bytes) {
    try {
      LayerBlob blob = reader.index(LayerClaim.of(path), bytes.stream());
      blobs.put(blob.index().diffId(), blob);
    } catch (InspectionException e) {
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
      LayerBlob blob = blobs.get(layer.diffId());
      if (blob != null && layer.digest().filter(d -> !d.equals(blob.digest())).isEmpty()) {
        indexes.put(layer.diffId(), blob.index());
      }
    }
    return indexes;
  }
}
