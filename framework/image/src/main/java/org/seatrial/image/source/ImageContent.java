package org.seatrial.image.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.seatrial.image.oci.Descriptor;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.oci.ImageConfig;

/**
 * One image in a source: its documents, which were verified against each other and their digests,
 * and the way to its layers' bytes, which were not. Safe for use by several threads where it is
 * {@link #isSeekable()}.
 */
public interface ImageContent {

  /** Return the names that the source has for the image, such as {@code shop:1.4}; often none. */
  List<String> names();

  /** Return the manifest's descriptor; nothing where there is no manifest, as in old archives. */
  Optional<Descriptor> manifest();

  /** Return the configuration. */
  ImageConfig config();

  /** Return the digest of the configuration, which engines show as the image's ID. */
  Digest configDigest();

  /** Return the layers, base first, as many as the config has diff IDs; empty without any. */
  List<StoredLayer> layers();

  /**
   * Tell whether each layer is reached without passing the others. Then {@link #read} can be called
   * for one layer at a time, and by several threads at once; else one call for all is far cheaper.
   */
  boolean isSeekable();

  /**
   * Return what tells, without reading them, that a layer's bytes are the same as before: the file
   * that they are in, its size, the time of its last change and its inode; nothing where nothing
   * tells.
   *
   * @param layer its number
   */
  default Optional<String> stamp(int layer) {
    return Optional.empty();
  }

  /**
   * Hand the bytes of the wanted layers to the visitor, in this thread, one after the other, in the
   * order that suits the source. Layers that are the same blob are handed over once, as the lowest
   * of those that are wanted.
   *
   * @param layers their numbers
   * @throws org.seatrial.check.InspectionException when the source can't be read, or has changed
   */
  void read(Set<Integer> layers, LayerVisitor visitor);
}
