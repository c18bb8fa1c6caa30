package org.seatrial.image.layer;

import java.util.List;

/**
 * The files that a glob and a selection select.
 *
 * @param files sorted by path
 * @param unresolved paths that the glob selects, or begins in, and of which nobody can tell what
 *     they are; a selection may or may not mean them
 * @param complete whether these are all; false when the limit was reached
 */
public record Walk(List<TreeFile> files, List<Lookup.Unresolved> unresolved, boolean complete) {
  public Walk {
    files = List.copyOf(files);
    unresolved = List.copyOf(unresolved);
  }
}
