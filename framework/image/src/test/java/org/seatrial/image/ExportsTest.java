package org.seatrial.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.check.file.FileSubjects.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.Check;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.image.fixture.Bundle;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.source.Choice;
import org.seatrial.image.source.EngineSource;
import org.seatrial.image.source.ExportedImage;

/** How often an engine is made to export an image. */
class ExportsTest {

  private static final List<Check> CHECKS =
      List.of(
          file("/etc/shop.conf").should(exist(), contain("port = 8080")),
          file("/etc/shop.conf").should(contain("port = 80")));

  @TempDir private Path cache;
  private final AtomicInteger exports = new AtomicInteger();

  @Test
  void an_image_that_was_seen_before_is_not_exported_again() {
    assertThat(outcomes()).containsExactly(Outcome.PASSED, Outcome.PASSED);
    int first = exports.getAndSet(0);

    assertThat(outcomes()).containsExactly(Outcome.PASSED, Outcome.PASSED);

    assertThat(first).isEqualTo(2);
    assertThat(exports).hasValue(0);
  }

  @Test
  void what_is_damaged_in_the_cache_is_exported_again() throws IOException {
    outcomes();
    exports.set(0);
    try (Stream<Path> files = Files.walk(cache)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
      }
    }

    assertThat(outcomes()).containsExactly(Outcome.PASSED, Outcome.PASSED);
    assertThat(exports).hasValue(2);
  }

  private List<Outcome> outcomes() {
    ImageFixture image =
        ImageFixture.of(LayerFixture.empty().file("etc/shop.conf", "port = 8080\n"));
    ImagePlace place =
        ImagePlace.of(
            EngineSource.of(new Exported(image, exports)),
            Choice.only(),
            ImageOptions.standard().withCacheFolder(cache));
    return Inspection.of(place).verdicts(CHECKS).stream().map(v -> v.outcome()).toList();
  }

  private record Exported(ImageFixture image, AtomicInteger exports) implements ExportedImage {

    @Override
    public String name() {
      return "docker:shop:1.4";
    }

    @Override
    public Digest id() {
      return Digest.parse(image.config().digest());
    }

    @Override
    public List<Digest> diffIds() {
      return image.layers().stream().map(LayerFixture::diffId).map(Digest::parse).toList();
    }

    @Override
    public InputStream export() {
      exports.incrementAndGet();
      return new ByteArrayInputStream(Bundle.saved(image).tar());
    }
  }
}
