package org.seatrial.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.InspectionException;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.source.Choice;
import org.seatrial.image.source.EngineSource;
import org.seatrial.image.source.ImageContent;

/** A real engine, and an image that the test makes and removes. */
@RequiresEngine
final class EngineIT {

  private static final int CONTENT = 8 << 20;
  private static final String NAME = "seatrial-test/engine:" + UUID.randomUUID();

  private final Engine engine =
      Engine.connect(EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home"))));

  @BeforeAll
  static void makeImage() throws Exception {
    docker(TestTar.of("content", CONTENT), "import", "-", NAME);
  }

  @AfterAll
  static void removeImage() throws Exception {
    docker(new byte[0], "image", "rm", NAME);
  }

  @Test
  void describes_itself() {
    EngineInfo info = engine.info();
    assertThat(info.os()).isEqualTo("linux");
    assertThat(info.version()).isNotEmpty();
    assertThat(info.architecture()).isNotEmpty();
    assertThat(info.storageDriver()).isNotEmpty();
    assertThat(info.apiVersion()).isEqualTo(engine.apiVersion()).matches("1\\.\\d+");
  }

  @Test
  void describes_an_image_by_its_name_and_by_its_id() throws Exception {
    EngineImage image = engine.inspectImage(NAME).orElseThrow();
    assertThat(image.tags()).containsExactly(NAME);
    assertThat(image.digests()).isEmpty();
    assertThat(image.os()).isEqualTo("linux");
    assertThat(image.architecture()).isNotEmpty();
    assertThat(image.size()).isEqualTo(CONTENT);
    assertThat(image.diffIds()).containsExactly(Digest.sha256(TestTar.of("content", CONTENT)));
    assertThat(engine.inspectImage(image.id().toString())).contains(image);
  }

  @Test
  void has_no_image_that_nobody_made() {
    String nobodys = "seatrial-test/nobodys:" + UUID.randomUUID();
    assertThat(engine.inspectImage(nobodys)).isEmpty();
    assertThatThrownBy(() -> engine.exportImage(nobodys))
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "the Docker engine at "
                + engine.address()
                + " has no image "
                + nobodys
                + "; get it with: docker pull "
                + nobodys);
  }

  @Test
  void exports_an_image_as_docker_save_does() throws Exception {
    byte[] exported;
    try (InputStream image = engine.exportImage(NAME)) {
      exported = image.readAllBytes();
    }
    assertThat(exported.length).isGreaterThan(CONTENT);
    assertThat(TestTar.names(exported)).contains("manifest.json");
    assertThat(TestTar.names(exported)).isEqualTo(TestTar.names(docker(new byte[0], "save", NAME)));
  }

  @Test
  void leaves_nothing_when_an_export_is_aborted() throws Exception {
    long before = openSockets();
    for (int i = 0; i < 20; i++) {
      try (InputStream image = engine.exportImage(NAME)) {
        assertThat(image.readNBytes(100_000)).hasSize(100_000);
      }
    }
    assertThat(openSockets()).isEqualTo(before);
    assertThat(engine.inspectImage(NAME)).isPresent();
  }

  @Test
  void says_where_an_engine_broke_off_in_the_middle_of_a_real_image(@TempDir Path folder)
      throws Exception {
    try (FakeEngine dying = new FakeEngine(folder)) {
      dying.on("/v1.45/images/" + NAME + "/get", this::sendHalf);
      try (InputStream image = dying.connect().exportImage(NAME)) {
        assertThatThrownBy(() -> image.transferTo(OutputStream.nullOutputStream()))
            .isInstanceOf(IOException.class)
            .hasMessage(
                "the Docker engine at "
                    + dying.address()
                    + " broke off while it sent image "
                    + NAME
                    + ", after "
                    + CONTENT / 2
                    + " bytes: it closed the connection in the middle of a chunk");
      }
    }
  }

  private void sendHalf(SocketChannel channel) throws IOException {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n";
    FakeEngine.sends(head).play(channel);
    try (InputStream image = engine.exportImage(NAME)) {
      FakeEngine.write(channel, image.readNBytes(CONTENT / 2));
    }
  }

  @Test
  void serves_several_threads_at_once() {
    List<Long> lengths =
        IntStream.range(0, 4).parallel().mapToObj(i -> exportedLength()).distinct().toList();
    assertThat(lengths).hasSize(1);
  }

  private long exportedLength() {
    try (InputStream image = engine.exportImage(NAME)) {
      return image.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void is_a_source_of_images() {
    ImageContent content = EngineSource.of(EngineImages.of(engine).find(NAME)).open(Choice.only());
    EngineImage image = engine.inspectImage(NAME).orElseThrow();
    assertThat(content.config().diffIds()).isEqualTo(image.diffIds());
    assertThat(content.layers()).hasSize(1);
    List<String> first = new ArrayList<>();
    content.read(
        Set.of(0),
        (layer, bytes) ->
            first.add(new String(bytes.stream().readNBytes(7), StandardCharsets.US_ASCII)));
    assertThat(first).containsExactly("content");
  }

  private static long openSockets() throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.filter(EngineIT::isSocket).count();
    }
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException e) {
      // The descriptor with which the folder itself is read is gone again.
      return false;
    }
  }

  private static byte[] docker(byte[] input, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList();
    Process docker =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (OutputStream out = docker.getOutputStream()) {
      out.write(input);
    }
    byte[] said = docker.getInputStream().readAllBytes();
    assertThat(docker.waitFor()).as(String.join(" ", command)).isZero();
    return said;
  }
}
