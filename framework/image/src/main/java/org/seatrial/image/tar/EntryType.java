package org.seatrial.image.tar;

/** What an entry of an archive makes. */
public enum EntryType {
  REGULAR("regular file"),
  DIRECTORY("directory"),
  SYMLINK("symbolic link"),
  HARD_LINK("hard link"),
  CHARACTER_DEVICE("character device"),
  BLOCK_DEVICE("block device"),
  FIFO("fifo");

  private final String phrase;

  EntryType(String phrase) {
    this.phrase = phrase;
  }

  /** Return the type in words, such as {@code hard link}. */
  public String phrase() {
    return phrase;
  }

  /**
   * Return the type for a header's flag. An unknown one makes a regular file (POSIX.1-2017, pax,
   * "ustar Interchange Format"); an old archive tells a directory by the slash at its end.
   */
  static EntryType of(char flag, boolean slash) {
    return switch (flag) {
      case '1' -> HARD_LINK;
      case '2' -> SYMLINK;
      case '3' -> CHARACTER_DEVICE;
      case '4' -> BLOCK_DEVICE;
      case '5', 'D' -> DIRECTORY;
      case '6' -> FIFO;
      case '\0' -> slash ? DIRECTORY : REGULAR;
      default -> REGULAR;
    };
  }
}
