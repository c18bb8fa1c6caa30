package org.seatrial.docker;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/**
 * The status of a path in a container as its engine sees it.
 *
 * @param name the last part of the path
 * @param size in bytes
 * @param type what it is
 * @param permissions the lowest 12 bits of its mode: set user id, set group id, sticky, and those
 *     of owner, group and others
 * @param modified when its content was changed, in whole seconds or finer
 * @param target where a symbolic link leads, resolved within the container; empty for others
 */
public record PathStat(
    String name, long size, Type type, int permissions, Instant modified, String target) {

  /** What a path is. */
  public enum Type {
    FILE,
    DIRECTORY,
    LINK,
    OTHER
  }

  // The engine writes modes as Go's os.FileMode, whose bits above the lowest nine are its own.
  private static final long GO_DIRECTORY = 1L << 31;
  private static final long GO_LINK = 1L << 27;
  private static final long GO_OTHER =
      (1L << 26) | (1L << 25) | (1L << 24) | (1L << 21) | (1L << 19);
  private static final long GO_SET_UID = 1L << 23;
  private static final long GO_SET_GID = 1L << 22;
  private static final long GO_STICKY = 1L << 20;

  static PathStat read(InputStream in) throws IOException {
    Json json = Json.read(in);
    long mode =
        json.get("mode").number().orElseThrow(() -> new UnsoundJson("a status without mode"));
    return new PathStat(
        json.get("name").text(),
        json.get("size").number().orElse(0),
        type(mode),
        permissions(mode),
        ContainerReader.time(json.get("mtime")).orElse(Instant.EPOCH),
        json.get("linkTarget").text());
  }

  private static Type type(long mode) {
    if ((mode & GO_DIRECTORY) != 0) {
      return Type.DIRECTORY;
    }
    if ((mode & GO_LINK) != 0) {
      return Type.LINK;
    }
    return (mode & GO_OTHER) != 0 ? Type.OTHER : Type.FILE;
  }

  private static int permissions(long mode) {
    return (int) (mode & 0777)
        | ((mode & GO_SET_UID) != 0 ? 04000 : 0)
        | ((mode & GO_SET_GID) != 0 ? 02000 : 0)
        | ((mode & GO_STICKY) != 0 ? 01000 : 0);
  }
}
