package org.seatrial.image.layer;

import java.util.Optional;
import org.seatrial.check.file.FileStatus;
import org.seatrial.image.tar.Content;

/**
 * A file of an image as a container would see it.
 *
 * @param status what is known of it; of a hard link, what is known of the file that it shares
 * @param layer number of the layer that put it there, 0 for the base; of a directory the last layer
 *     that lists it
 * @param content where the content of a regular file is; empty for anything else
 */
public record TreeFile(FileStatus status, int layer, Optional<Source> content) {

  /**
   * Where a content is.
   *
   * @param layer number of the layer that has it, which for a hard link can be a lower one
   * @param content its place in that layer's archive
   */
  public record Source(int layer, Content content) {}
}
