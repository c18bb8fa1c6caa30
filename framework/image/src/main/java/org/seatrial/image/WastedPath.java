package org.seatrial.image;

import java.util.List;

/**
 * A file whose content a lower layer carries for nothing.
 *
 * @param path where it is, or was
 * @param bytes uncompressed, of all the layers that carry it for nothing
 * @param layers the numbers of the layers involved, from 1, base first, the one that made it
 *     useless last
 */
public record WastedPath(String path, long bytes, List<Integer> layers) {

  public WastedPath {
    layers = List.copyOf(layers);
  }
}
