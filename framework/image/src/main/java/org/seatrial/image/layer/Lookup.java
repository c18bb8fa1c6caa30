package org.seatrial.image.layer;

import java.util.function.Function;

/** What is found at a path of an image: something, nothing, or no answer. */
public sealed interface Lookup {

  /** Something is there. */
  record Found(TreeFile file) implements Lookup {}

  /**
   * Nothing is there.
   *
   * @param why where the way ends, such as {@code /etc/passwd is a regular file, no directory}
   */
  record Missing(String why) implements Lookup {}

  /**
   * Nobody can tell.
   *
   * @param path absolute, as far as the way is known
   * @param why the end of a sentence, such as {@code more than 40 links lead to it}
   */
  record Unresolved(String path, String why) implements Lookup {}

  /** Return the result of the function for the kind that this is. */
  default <R> R fold(
      Function<? super TreeFile, ? extends R> found,
      Function<? super Missing, ? extends R> missing,
      Function<? super Unresolved, ? extends R> unresolved) {
    if (this instanceof Found f) {
      return found.apply(f.file());
    }
    if (this instanceof Missing m) {
      return missing.apply(m);
    }
    return unresolved.apply((Unresolved) this);
  }
}
