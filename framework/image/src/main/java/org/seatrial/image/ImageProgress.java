package org.seatrial.image;

/**
 * Is told how the reading of an image goes on, for people who wait. May be called by several
 * threads.
 */
public interface ImageProgress {

  /** Is told that the image is opened. */
  default void opening(String name) {}

  /**
   * Is told that a layer is being read which was not in the cache.
   *
   * @param number of the layer, from 1
   * @param count of all layers
   * @param bytes of the layer as it is stored
   */
  default void reading(int number, int count, long bytes) {}

  /** Is told something that the user should know, once, such as that the cache can't be used. */
  default void notice(String sentence) {}

  /** Return one that is not interested. */
  static ImageProgress none() {
    return new ImageProgress() {};
  }
}
