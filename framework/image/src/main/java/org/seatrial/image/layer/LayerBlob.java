package org.seatrial.image.layer;

import org.seatrial.image.oci.Digest;

/**
 * A layer that was read to its end.
 *
 * @param index what it holds; its diff ID is that of the bytes that were read
 * @param digest of the blob as it was read
 * @param size bytes of the blob
 * @param compression how it is stored
 */
public record LayerBlob(LayerIndex index, Digest digest, long size, Compression compression) {}
