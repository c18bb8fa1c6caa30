package org.seatrial.check.file;

import java.util.List;

/**
 * The words for selections: {@code files("/usr/**").that(are(setuid()))}. To be imported
 * statically.
 */
public final class Selections {

  private Selections() {}

  /** Return the selection itself: the word makes the sentence read. */
  public static Selection are(Selection selection) {
    return selection;
  }

  /** Select the files that the other does not. */
  public static Selection areNot(Selection selection) {
    return new Selection.Not(selection);
  }

  /** Select files that all of these select. */
  public static Selection allOf(Selection... parts) {
    return new Selection.All(List.of(parts));
  }

  /** Select files that at least one of these selects. */
  public static Selection anyOf(Selection... parts) {
    return new Selection.Any(List.of(parts));
  }

  /** Select regular files. */
  public static Selection regularFiles() {
    return new Selection.OfType(FileType.REGULAR);
  }

  /** Select directories. */
  public static Selection directories() {
    return new Selection.OfType(FileType.DIRECTORY);
  }

  /** Select symbolic links. */
  public static Selection symlinks() {
    return new Selection.OfType(FileType.SYMLINK);
  }

  /** Select files of this type. */
  public static Selection ofType(FileType type) {
    return new Selection.OfType(type);
  }

  /** Select files with the setuid bit. */
  public static Selection setuid() {
    return new Selection.WithBits(new Mode(Mode.SETUID), "setuid");
  }

  /**
   * Select files with the setgid bit; directories, where it only passes the group on, among them.
   */
  public static Selection setgid() {
    return new Selection.WithBits(new Mode(Mode.SETGID), "setgid");
  }

  /** Select files and directories that everybody may write to. */
  public static Selection worldWritable() {
    return new Selection.WithBits(new Mode(0002), "world-writable");
  }

  /** Select directories with the sticky bit, in which only owners may remove files. */
  public static Selection sticky() {
    return new Selection.WithBits(new Mode(Mode.STICKY), "sticky");
  }

  /** Select regular files that somebody may execute. */
  public static Selection executable() {
    return new Selection.Executable();
  }

  /** Select files that belong to this user. */
  public static Selection ownedBy(long uid) {
    return new Selection.OfUser(uid);
  }

  /** Select files that belong to this group. */
  public static Selection ofGroup(long gid) {
    return new Selection.OfGroup(gid);
  }

  /** Select regular files of more than this many bytes. */
  public static Selection largerThan(long bytes) {
    return new Selection.LargerThan(bytes);
  }

  /** Select files that carry capabilities. */
  public static Selection withCapabilities() {
    return new Selection.WithCapabilities();
  }
}
