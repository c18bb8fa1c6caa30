package org.seatrial.image.source;

/**
 * A file of a layout or an archive.
 *
 * @param path from the root, where it really is: links were followed
 * @param size in bytes
 */
record StoredFile(String path, long size) {}
