package org.seatrial.image.layer;

import java.time.Instant;
import java.util.Optional;
import org.seatrial.check.file.Mode;
import org.seatrial.check.file.Owner;
import org.seatrial.image.tar.Content;

/**
 * One entry of a layer as its archive has it, whether or not a container would see it.
 *
 * @param number place in the archive, 0 for the first
 * @param path absolute, {@code /} for the root; of a whiteout the path that it removes
 * @param kind what it does
 * @param attributes what it says of the file
 * @param linkTarget the target of a symbolic or hard link as written; else empty
 * @param content where the content of a regular file is; empty for anything else
 */
public record LayerEntry(
    int number,
    String path,
    EntryKind kind,
    Attributes attributes,
    Optional<String> linkTarget,
    Optional<Content> content) {

  /**
   * What an entry says of its file.
   *
   * @param mode permission bits
   * @param owner user and group by number
   * @param modified last modification
   */
  public record Attributes(Mode mode, Owner owner, Instant modified) {}

  /** Return the size of the file in bytes; 0 for anything but a regular file. */
  public long size() {
    return content.map(Content::size).orElse(0L);
  }
}
