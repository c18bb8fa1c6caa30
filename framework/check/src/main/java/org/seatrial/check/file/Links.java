package org.seatrial.check.file;

/**
 * What happens to a symbolic link at the end of a path; links in its parents are always followed.
 */
public enum Links {
  /** The link's target is looked at, as a program that opens the path would see it. */
  FOLLOW,
  /** The link itself is looked at. */
  KEEP
}
