package org.seatrial.check.file;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which files are meant, as data: it travels to where the files are and is evaluated there. The
 * words to write one with are in {@link Selections}.
 */
public sealed interface Selection {

  /** Return the selection in words that follow "that are", such as {@code setuid}. */
  String phrase();

  /** Tell whether this file is meant. Pure. */
  boolean selects(FileStatus file);

  /** Every file. */
  record Everything() implements Selection {
    @Override
    public String phrase() {
      return "of any kind";
    }

    @Override
    public boolean selects(FileStatus file) {
      return true;
    }
  }

  /** Files of one type. */
  record OfType(FileType type) implements Selection {
    @Override
    public String phrase() {
      return type.plural();
    }

    @Override
    public boolean selects(FileStatus file) {
      return file.type() == type;
    }
  }

  /**
   * Files of which all the bits of a mask are set. Symbolic links are never meant: their mode bits
   * mean nothing.
   *
   * @param mask what must be set
   * @param phrase the mask in words
   */
  record WithBits(Mode mask, String phrase) implements Selection {
    @Override
    public boolean selects(FileStatus file) {
      return file.type() != FileType.SYMLINK && file.mode().has(mask.bits());
    }
  }

  /** Regular files that somebody may execute. */
  record Executable() implements Selection {

    /** The bits of which one at least is set. */
    private static final int ANYBODY = 0111;

    @Override
    public String phrase() {
      return "executable";
    }

    @Override
    public boolean selects(FileStatus file) {
      return file.type() == FileType.REGULAR && (file.mode().bits() & ANYBODY) != 0;
    }
  }

  /** Files that belong to a user. */
  record OfUser(long uid) implements Selection {
    @Override
    public String phrase() {
      return "owned by uid " + uid;
    }

    @Override
    public boolean selects(FileStatus file) {
      return file.owner().uid() == uid;
    }
  }

  /** Files that belong to a group. */
  record OfGroup(long gid) implements Selection {
    @Override
    public String phrase() {
      return "of gid " + gid;
    }

    @Override
    public boolean selects(FileStatus file) {
      return file.owner().gid() == gid;
    }
  }

  /** Regular files of more than so many bytes. */
  record LargerThan(long bytes) implements Selection {
    @Override
    public String phrase() {
      return "larger than " + bytes + " bytes";
    }

    @Override
    public boolean selects(FileStatus file) {
      return file.type() == FileType.REGULAR && file.size() > bytes;
    }
  }

  /** Files that carry capabilities. A place that can't see them answers no walk for such files. */
  record WithCapabilities() implements Selection {
    @Override
    public String phrase() {
      return "given capabilities";
    }

    @Override
    public boolean selects(FileStatus file) {
      return file.capabilities().isPresent();
    }
  }

  /**
   * Files that each of these selects.
   *
   * @param parts at least one
   */
  record All(List<Selection> parts) implements Selection {
    public All {
      parts = atLeastOne(parts);
    }

    @Override
    public String phrase() {
      return joined(parts, " and ");
    }

    @Override
    public boolean selects(FileStatus file) {
      return parts.stream().allMatch(part -> part.selects(file));
    }
  }

  /**
   * Files that at least one of these selects.
   *
   * @param parts at least one
   */
  record Any(List<Selection> parts) implements Selection {
    public Any {
      parts = atLeastOne(parts);
    }

    @Override
    public String phrase() {
      return joined(parts, " or ");
    }

    @Override
    public boolean selects(FileStatus file) {
      return parts.stream().anyMatch(part -> part.selects(file));
    }
  }

  /** Files that the other does not select. */
  record Not(Selection other) implements Selection {
    @Override
    public String phrase() {
      return "not " + bracketed(other);
    }

    @Override
    public boolean selects(FileStatus file) {
      return !other.selects(file);
    }
  }

  private static List<Selection> atLeastOne(List<Selection> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts must not be empty: say what is selected");
    }
    return List.copyOf(parts);
  }

  private static String joined(List<Selection> parts, String between) {
    return parts.size() == 1
        ? parts.get(0).phrase()
        : parts.stream().map(Selection::bracketed).collect(Collectors.joining(between));
  }

  private static String bracketed(Selection part) {
    return part instanceof All || part instanceof Any ? "(" + part.phrase() + ")" : part.phrase();
  }
}
