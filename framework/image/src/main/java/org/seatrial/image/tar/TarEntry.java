package org.seatrial.image.tar;

import java.time.Instant;
import java.util.Optional;
import org.seatrial.check.file.Mode;
import org.seatrial.check.file.Owner;

/**
 * One entry of an archive.
 *
 * @param number 0 for the first
 * @param path from the archive's root, without a slash at either end and without {@code .} and
 *     {@code ..}; empty for the root itself
 * @param type what it makes
 * @param attributes what it says of that
 * @param link the target of a symbolic or hard link as written, else empty
 * @param content where the content of a regular file is; no bytes for anything else
 */
public record TarEntry(
    int number,
    RawText path,
    EntryType type,
    Attributes attributes,
    RawText link,
    Content content) {

  /** What is said of an entry of which nothing but its place matters. */
  public static final Attributes UNKNOWN =
      new Attributes(new Mode(0), Owner.ROOT, Instant.EPOCH, Optional.empty());

  /**
   * What an entry says of its file.
   *
   * @param mode permission bits
   * @param owner by number, as found
   * @param modified last modification
   * @param capability the extended attribute {@code security.capability}, undecoded
   */
  public record Attributes(
      Mode mode, Owner owner, Instant modified, Optional<RawText> capability) {}
}
