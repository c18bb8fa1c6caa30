package org.seatrial.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.docker.FakeEngine.answers;
import static org.seatrial.docker.FakeEngine.sends;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.InspectionException;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.source.Choice;
import org.seatrial.image.source.EngineSource;
import org.seatrial.image.source.ExportedImage;

final class EngineImagesTest {

  private static final String ID = "sha256:" + "a".repeat(64);
  private static final String LAYER = "sha256:" + "b".repeat(64);

  @TempDir private Path folder;
  private FakeEngine fake;

  @BeforeEach
  void start() {
    fake = new FakeEngine(folder);
    fake.on(
        "/v1.45/images/shop:1/json",
        answers(
            200,
            """
            {"Id": "%s", "Size": 1, "RootFS": {"Layers": ["%s"]}}
            """
                .formatted(ID, LAYER)));
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  @Test
  void finds_an_image_and_exports_it_by_its_id() throws IOException {
    ExportedImage image = EngineImages.of(fake.connect()).find("shop:1");
    assertThat(image.name()).isEqualTo("docker:shop:1");
    assertThat(image.id()).isEqualTo(Digest.parse(ID));
    assertThat(image.diffIds()).containsExactly(Digest.parse(LAYER));
    fake.on("/v1.45/images/" + ID + "/get", answers(200, "archive"));
    for (int i = 0; i < 2; i++) {
      try (InputStream archive = image.export()) {
        assertThat(new String(archive.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("archive");
      }
    }
  }

  @Test
  void exports_nothing_before_it_is_asked_to() {
    EngineImages.of(fake.connect()).find("shop:1");
    assertThat(fake.requests()).hasSize(2);
  }

  @Test
  void says_that_an_image_is_not_there() {
    EngineImages images = EngineImages.of(fake.connect());
    assertThatThrownBy(() -> images.find("shop:2"))
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "the Docker engine at "
                + fake.address()
                + " has no image shop:2; get it with: docker pull shop:2");
  }

  @Test
  void says_that_an_image_is_gone_since() {
    ExportedImage image = EngineImages.of(fake.connect()).find("shop:1");
    assertThatThrownBy(image::export)
        .isInstanceOf(InspectionException.class)
        .hasMessageEndingWith(" has no image " + ID + "; perhaps it was removed");
  }

  @Test
  void says_that_a_text_is_no_name() {
    EngineImages images = EngineImages.of(fake.connect());
    assertThatThrownBy(() -> images.find("../shop\u001b"))
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "cannot ask the Docker engine at "
                + fake.address()
                + " for \"../shop\\u001b\": it is not the name of an image");
  }

  @Test
  void says_that_the_engine_went_away_while_the_image_was_read() {
    String header = TestTar.header("content", 1024);
    fake.on(
        "/v1.45/images/" + ID + "/get",
        sends("HTTP/1.1 200 OK\r\nContent-Length: 2048\r\n\r\n" + header + "hello"));
    EngineSource source = EngineSource.of(EngineImages.of(fake.connect()).find("shop:1"));
    assertThatThrownBy(() -> source.open(Choice.only()))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith("cannot read docker:shop:1: ")
        .hasMessageEndingWith(
            "the Docker engine at "
                + fake.address()
                + " broke off while it sent image "
                + ID
                + ", after 517 bytes: it closed the connection 1531 bytes too early");
  }
}
