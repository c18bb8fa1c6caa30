package org.seatrial.architecture.wrong.image;

/** Right: a closed choice. */
public sealed interface ClosedImage {
  /** Right: one of a closed choice. */
  record Small() implements ClosedImage {}

  /** Right: an enum may have bodies. */
  enum Size {
    SMALL {
      @Override
      int bytes() {
        return 1;
      }
    };

    abstract int bytes();
  }
}
