package org.seatrial.check.file;

/** The type of a file, as {@code stat} tells it (POSIX {@code S_IFMT}). */
public enum FileType {
  REGULAR("regular file"),
  DIRECTORY("directory"),
  SYMLINK("symbolic link"),
  CHARACTER_DEVICE("character device"),
  BLOCK_DEVICE("block device"),
  FIFO("fifo"),
  SOCKET("socket");

  private final String phrase;

  FileType(String phrase) {
    this.phrase = phrase;
  }

  /** Return several of the type in words, such as {@code directories}. */
  String plural() {
    return phrase.endsWith("y") ? phrase.substring(0, phrase.length() - 1) + "ies" : phrase + "s";
  }

  /** Return the type in words, such as {@code regular file}. */
  public String phrase() {
    return phrase;
  }
}
