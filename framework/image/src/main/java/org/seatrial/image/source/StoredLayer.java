package org.seatrial.image.source;

import java.util.Optional;
import org.seatrial.image.oci.Digest;

/**
 * A layer as a source keeps it.
 *
 * @param number from 0, the base
 * @param name for messages, such as {@code layer 2 of 5 (sha256:9f2c1e0b7a44) of archive:shop.tar}
 * @param path where in the source it is; two layers with the same path are one blob
 * @param mediaType as the manifest says; empty when no manifest does. The first bytes tell the
 *     compression
 * @param digest of the bytes as they are stored; nothing when no document states it
 * @param diffId of the uncompressed bytes, as the config states it
 * @param size of the bytes as they are stored
 */
public record StoredLayer(
    int number,
    String name,
    String path,
    String mediaType,
    Optional<Digest> digest,
    Digest diffId,
    long size) {}
