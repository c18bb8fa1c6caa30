package org.seatrial.image;

import org.seatrial.image.oci.Digest;

/**
 * One layer of an image.
 *
 * @param number from 1, the base
 * @param diffId the digest of the uncompressed layer
 * @param size uncompressed, in bytes
 * @param storedSize as the source stores it, in bytes: compressed in a registry's format
 * @param entries the number of files, directories, links and whiteouts in it
 * @param instruction the step that made it, from the image's history; empty when the history does
 *     not tell
 */
public record ImageLayer(
    int number, Digest diffId, long size, long storedSize, int entries, String instruction) {}
