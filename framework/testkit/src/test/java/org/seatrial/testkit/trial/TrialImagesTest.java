package org.seatrial.testkit.trial;

import static org.seatrial.testkit.expectation.Expectations.finding;
import static org.seatrial.testkit.expectation.Expectations.findingsOf;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.image.ImageOptions;
import org.seatrial.image.ImagePlace;
import org.seatrial.image.profile.NonRoot;

/** What {@code dev/try} shows is true: the image passes, and its twin fails for its mistakes. */
class TrialImagesTest {

  @TempDir private Path temp;

  @Test
  void the_image_passes_and_its_twin_is_refused_for_every_mistake() throws IOException {
    TrialImages.writeTo(temp);
    findingsOf(new NonRoot()).in(archive("cart.tar:shop/cart:1.4")).areNone();
    findingsOf(new NonRoot())
        .in(archive("cart-wrong.tar:shop/cart-wrong:1.4"))
        .are(
            finding()
                .by("non-root.setuid")
                .about("/usr/bin/become")
                .evidence("layer", "3 of 3 …")
                .evidence("made by", "RUN apt-get install -y su-tools iputils-ping"),
            finding().by("non-root.setuid").about("/usr/bin/read-log").actual("…mode 2755…"),
            finding().by("non-root.capabilities").about("/usr/bin/ping").actual("…=ep"),
            finding().by("non-root.user").actual("\"\" (empty means root, uid 0)"),
            finding().by("non-root.numeric").actual("user \"\""),
            finding().by("non-root.ports").actual("exposed ports 80/tcp"));
  }

  private ImagePlace archive(String name) {
    return ImagePlace.open(
        "archive:" + temp.resolve(name),
        "",
        ImageOptions.standard().withCacheFolder(temp.resolve("cache")));
  }
}
