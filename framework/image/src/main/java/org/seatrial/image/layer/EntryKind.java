package org.seatrial.image.layer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatrial.check.file.FileType;
import org.seatrial.image.tar.EntryType;

/** What an entry of a layer does to the files of the layers below. */
public enum EntryKind {
  REGULAR(FileType.REGULAR),
  DIRECTORY(FileType.DIRECTORY),
  SYMLINK(FileType.SYMLINK),
  CHARACTER_DEVICE(FileType.CHARACTER_DEVICE),
  BLOCK_DEVICE(FileType.BLOCK_DEVICE),
  FIFO(FileType.FIFO),
  /** One more name for a file of this or a lower layer; the link target is that file's path. */
  HARD_LINK(null),
  /** The path is removed from the layers below ({@code .wh.NAME}). */
  WHITEOUT(null),
  /** The directory's files are removed from the layers below ({@code .wh..wh..opq}). */
  OPAQUE(null),
  /** A file that the union file system AUFS kept for itself ({@code .wh..wh.…}): nobody sees it. */
  INTERNAL(null);

  private final @Nullable FileType type;

  EntryKind(@Nullable FileType type) {
    this.type = type;
  }

  /** Return the type of file that the entry makes, if it makes one by itself. */
  public Optional<FileType> type() {
    return Optional.ofNullable(type);
  }

  static EntryKind of(EntryType type) {
    return switch (type) {
      case REGULAR -> REGULAR;
      case DIRECTORY -> DIRECTORY;
      case SYMLINK -> SYMLINK;
      case HARD_LINK -> HARD_LINK;
      case CHARACTER_DEVICE -> CHARACTER_DEVICE;
      case BLOCK_DEVICE -> BLOCK_DEVICE;
      case FIFO -> FIFO;
    };
  }
}
