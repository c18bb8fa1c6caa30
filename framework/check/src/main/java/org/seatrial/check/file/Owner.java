package org.seatrial.check.file;

/**
 * The user and the group that a file belongs to, by number, as the file system stores them.
 *
 * @param uid user id, 0 to 2³² − 2 on Linux; a larger one is kept as found
 * @param gid group id, likewise
 */
public record Owner(long uid, long gid) {

  /** root and its group. */
  public static final Owner ROOT = new Owner(0, 0);

  /** Return {@code uid:gid}. */
  @Override
  public String toString() {
    return uid + ":" + gid;
  }
}
