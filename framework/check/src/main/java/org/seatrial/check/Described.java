package org.seatrial.check;

/**
 * An observed value that can say in a few words what it is, for the {@code but was} of a failure.
 */
public interface Described {

  /** Return what this is called among its like: a path, an account's name, a package. */
  String label();

  /** Return what was observed of it, such as {@code regular file, mode 4755, owner 0:0}. */
  String description();
}
