package org.seatrial.image.source;

import java.io.IOException;

/** Takes the bytes of layers. */
@FunctionalInterface
public interface LayerVisitor {

  /**
   * Take the bytes of one layer, as they are stored; they need not be read to their end.
   *
   * @throws IOException when they can't be read
   */
  void visit(StoredLayer layer, LayerBytes bytes) throws IOException;
}
