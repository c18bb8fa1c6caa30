package org.seatrial.junit;

import java.nio.file.Path;
import org.seatrial.image.fixture.Bundle;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;
import org.seatrial.image.fixture.Packing;

/** Images in archives, for samples to verify. */
final class SavedImage {

  private SavedImage() {}

  /** Write an image with a configuration file, that runs as 1001, and return its archive. */
  static Path in(Path folder) {
    return in(folder, "shop.tar", "1001");
  }

  static Path in(Path folder, String name, String user) {
    LayerFixture layer =
        LayerFixture.empty().directory("etc").file("etc/shop.conf", "port = 8080\n");
    return Bundle.layout(ImageFixture.of(layer).withRun("{\"User\": \"" + user + "\"}"))
        .tarTo(folder.resolve(name), Packing.PLAIN);
  }
}
