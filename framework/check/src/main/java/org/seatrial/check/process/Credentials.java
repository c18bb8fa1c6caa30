package org.seatrial.check.process;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * As whom a process runs ({@code Uid:}, {@code Gid:} and {@code Groups:} of {@code
 * /proc/PID/status}).
 *
 * @param realUid the real user id
 * @param effectiveUid the effective user id, by which access is decided
 * @param realGid the real group id
 * @param effectiveGid the effective group id
 * @param groups the supplementary group ids, as the kernel lists them; may be empty
 */
public record Credentials(
    long realUid, long effectiveUid, long realGid, long effectiveGid, List<Long> groups) {

  public Credentials {
    groups = List.copyOf(requireNonNull(groups, "groups must not be null"));
  }

  /** Return the credentials of this user and group, without any other: for made-up facts. */
  public static Credentials of(long uid, long gid) {
    return new Credentials(uid, uid, gid, gid, List.of());
  }

  /** Tell whether one of the user ids is root's. */
  boolean isRoot() {
    return realUid == 0 || effectiveUid == 0;
  }

  /** Return the user id, or both where they differ. */
  String user() {
    return both("uid", realUid, effectiveUid);
  }

  /** Return the group id, or both where they differ. */
  String group() {
    return both("gid", realGid, effectiveGid);
  }

  private static String both(String what, long real, long effective) {
    return real == effective
        ? what + " " + real
        : "real " + what + " " + real + ", effective " + what + " " + effective;
  }
}
