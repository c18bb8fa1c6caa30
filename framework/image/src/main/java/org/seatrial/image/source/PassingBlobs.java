package org.seatrial.image.source;

import java.io.IOException;

/**
 * Sees the blobs of a stream as they pass, when it is not known yet what they are: the documents
 * that tell may come last. A blob may be a layer of the wanted image, a layer of another, or
 * anything else, so that failing to understand it means nothing yet.
 */
@FunctionalInterface
public interface PassingBlobs {

  /**
   * Look at a blob; it needs not be read to its end.
   *
   * @param path where in the archive it is; in the OCI layout it has the blob's digest
   * @param size in bytes
   * @param bytes to be read now or never
   * @throws IOException when the stream fails
   */
  void pass(String path, long size, LayerBytes bytes) throws IOException;

  /** Return one that looks at nothing. */
  static PassingBlobs unseen() {
    return (path, size, bytes) -> {};
  }
}
