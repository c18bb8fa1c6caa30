package org.seatrial.image.oci;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.seatrial.check.InspectionException;
import org.seatrial.image.fixture.Blob;
import org.seatrial.image.fixture.Bundle;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;

/** Documents and names that were changed at random are read, or refused by one kind of error. */
class DocumentMutationTest {

  private static final int ROUNDS = 2_000;
  private static final String INTERESTING = "\0\"\\{}[]:,0-9eE.ntu/@%\u00ff";

  private static final ImageFixture IMAGE =
      ImageFixture.of(LayerFixture.empty().file("a", "b"))
          .withName("shop:1")
          .withRun(
              "{\"User\": \"1001\", \"Env\": [\"A=1\"], \"ExposedPorts\": {\"80/tcp\": {}},"
                  + " \"Healthcheck\": {\"Test\": [\"CMD\", \"x\"], \"Interval\": 5000000000}}")
          .withHistory("COPY a");

  private static byte[] changed(byte[] seed, Random random) {
    byte[] bytes = seed.clone();
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      bytes[random.nextInt(bytes.length)] =
          (byte)
              (random.nextBoolean()
                  ? random.nextInt(256)
                  : INTERESTING.charAt(random.nextInt(INTERESTING.length())));
    }
    return bytes;
  }

  private static void assertReadOrRefused(byte[] seed, Consumer<byte[]> reader) {
    Random random = new Random(42);
    int read = 0;
    reader.accept(seed);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = changed(seed, random);
      try {
        reader.accept(bytes);
        read++;
      } catch (InspectionException e) {
        assertThat(e.getMessage()).contains("it");
      }
    }
    // Neither all nor none, or this would test one half only.
    assertThat(read).isBetween(10, ROUNDS - 10);
  }

  @Test
  void manifests() {
    Blob manifest = IMAGE.manifest();
    assertReadOrRefused(
        manifest.bytes(), bytes -> ImageManifest.parse("it", bytes, manifest.mediaType()));
  }

  @Test
  void configs() {
    assertReadOrRefused(IMAGE.config().bytes(), bytes -> ImageConfig.parse("it", bytes));
  }

  @Test
  void indexes() {
    byte[] index = Bundle.layout(IMAGE).text("index.json").getBytes(StandardCharsets.UTF_8);
    assertReadOrRefused(
        index, bytes -> ImageIndex.parse("it", bytes, "application/vnd.oci.image.index.v1+json"));
  }

  @Test
  void lists_of_saved_images() {
    byte[] list = Bundle.saved(IMAGE).text("manifest.json").getBytes(StandardCharsets.UTF_8);
    assertReadOrRefused(list, bytes -> SavedImage.parse("it", bytes));
  }

  @Test
  void references() {
    byte[] name =
        ("example.org:5000/team/shop:1.4@sha256:" + "0f".repeat(32))
            .getBytes(StandardCharsets.UTF_8);
    Random random = new Random(42);
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String text = new String(changed(name, random), StandardCharsets.UTF_8);
      try {
        ImageReference reference = ImageReference.parse(text);
        assertThat(ImageReference.parse(reference.toString())).isEqualTo(reference);
        read++;
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).isNotEmpty();
      }
    }
    assertThat(read).isBetween(10, ROUNDS - 10);
  }
}
