package org.seatrial.architecture.wrong.image;

/** Wrong: neither closed nor made to be extended. */
public class OpenImage {
  public int size() {
    return 0;
  }
}
