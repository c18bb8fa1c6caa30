package org.seatrial.image.layer;

/**
 * Bytes that every pull of an image carries and no container sees.
 *
 * @param path of the file whose content it is
 * @param layer number of the layer that has the content
 * @param bytes as the layer's archive stores them, uncompressed
 */
public record Waste(String path, int layer, long bytes) {}
