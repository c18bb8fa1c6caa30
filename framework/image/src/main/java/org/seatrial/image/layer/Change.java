package org.seatrial.image.layer;

/**
 * What one layer did to one path.
 *
 * @param layer number of the layer, 0 for the base
 * @param kind what it did
 */
public record Change(int layer, Kind kind) {

  /** What a layer can do to a path. */
  public enum Kind {
    /** Nothing was there before, or it had been removed. */
    ADDED("added"),
    /** Another type, size, modification time or link target: what is read there is another. */
    CONTENT("changed"),
    /** The same size and modification time, but another mode, owner or capabilities. */
    METADATA("changed the permissions of"),
    /** A file once more, of which everything that the archive says is the same as before. */
    REPEATED("repeated"),
    /** A whiteout, an opaque folder above, or a file in the place of its folder. */
    REMOVED("removed");

    private final String phrase;

    Kind(String phrase) {
      this.phrase = phrase;
    }

    /** Return the verb of a sentence about the layer, such as {@code removed}. */
    public String phrase() {
      return phrase;
    }
  }
}
