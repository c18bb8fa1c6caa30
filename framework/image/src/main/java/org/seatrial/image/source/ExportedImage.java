package org.seatrial.image.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.seatrial.image.oci.Digest;

/** An image in an engine that can write it out as an archive. Adapters of engines implement it. */
public interface ExportedImage {

  /** Return what it is called in messages, such as {@code docker:shop:1.4}. */
  String name();

  /**
   * Return the engine's ID of the image: the digest of its config, or of its manifest or index in
   * an engine that keeps images in containerd.
   */
  Digest id();

  /** Return the diff IDs of the layers as the engine knows them, base first. */
  List<Digest> diffIds();

  /**
   * Begin to export the image: in the OCI layout, or as {@code docker save} writes it. Closing the
   * stream early ends the export.
   *
   * @throws IOException when the engine does not begin; a stream that fails later fails by itself
   */
  InputStream export() throws IOException;
}
