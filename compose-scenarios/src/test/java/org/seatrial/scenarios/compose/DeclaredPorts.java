package org.seatrial.scenarios.compose;

import static org.seatrial.check.process.PortConditions.listen;
import static org.seatrial.check.process.PortSubjects.port;

import java.util.List;
import org.seatrial.check.Check;
import org.seatrial.image.ImagePlace;

/** The ports that an image declares: somebody must listen on each of them when it runs. */
final class DeclaredPorts {

  private DeclaredPorts() {}

  static List<Check> of(ImagePlace image) {
    return image.summary().config().run().exposedPorts().ports().stream()
        .map(port -> port(port.first()).should(listen()).because("the image declares it"))
        .toList();
  }
}
