package org.seatrial.check.file;

import org.seatrial.check.Subject;

/**
 * The subjects that are files: the beginnings of sentences about them. To be imported statically.
 */
public final class FileSubjects {

  private FileSubjects() {}

  /**
   * Look at a regular file, links followed, as a program that opens the path would see it: {@code
   * file("/etc/passwd").should(exist(), haveMode("0644"))}. Anything else in its place is a
   * violation.
   */
  public static Subject<FileStatus> file(String path) {
    return new FileSubject(FileType.REGULAR, path);
  }

  /** Look at a directory, links followed. Anything else in its place is a violation. */
  public static Subject<FileStatus> directory(String path) {
    return new FileSubject(FileType.DIRECTORY, path);
  }

  /**
   * Look at a symbolic link itself, not at its target. Anything else in its place is a violation.
   */
  public static Subject<FileStatus> symlink(String path) {
    return new FileSubject(FileType.SYMLINK, path);
  }

  /** Look at whatever is at a path, of any type, a link at its end not followed. */
  public static Subject<FileStatus> path(String path) {
    return new PathSubject(path);
  }

  /**
   * Look at all files of any type that a glob selects, links not followed: {@code
   * files("/usr/**").that(are(setuid())).should(notExist())}. Nothing selected counts as absent.
   *
   * @param glob see {@link Glob}
   */
  public static FilesSubject files(String glob) {
    return FilesSubject.of(Glob.parse(glob));
  }
}
