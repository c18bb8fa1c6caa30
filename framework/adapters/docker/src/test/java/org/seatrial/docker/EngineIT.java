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
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.InspectionException;
import org.seatrial.image.oci.Digest;

/** A real engine, and an image that the test makes and removes. */
@RequiresEngine
final class EngineIT {

  private static final int CONTENT = 8 << 20;
  private static final String NAME = "seatrial-test/engine:" + UUID.randomUUID();

  private final Engine engine =
      Engine.connect(EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home"))));

  @BeforeAll
  static void makeImage() throws Exception {
    docker(tar("content", CONTENT), "import", "-", NAME);
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
    assertThat(image.diffIds()).containsExactly(Digest.sha256(tar("content", CONTENT)));
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
    assertThat(names(exported)).contains("manifest.json");
    assertThat(names(exported)).isEqualTo(names(docker(new byte[0], "save", NAME)));
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

  /** Return a tar with one file of this size, the same each time. */
  private static byte[] tar(String name, int size) {
    byte[] tar = new byte[512 + size + 1024];
    String header =
        name
            + "\0".repeat(100 - name.length())
            + "0000644\0" // mode
            + "0001751\0" // uid
            + "0000000\0" // gid
            + "%011o\0".formatted(size)
            + "00000000000\0" // mtime
            + "        " // checksum, as it counts itself
            + "0";
    byte[] bytes = header.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, tar, 0, bytes.length);
    byte[] magic = "ustar\00000".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(magic, 0, tar, 257, magic.length);
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += tar[i];
    }
    byte[] checksum = "%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(checksum, 0, tar, 148, checksum.length);
    return tar;
  }

  /** Return the names of the entries of a tar with short names and ordinary sizes. */
  private static List<String> names(byte[] tar) {
    List<String> names = new ArrayList<>();
    int at = 0;
    while (at + 512 <= tar.length && tar[at] != 0) {
      names.add(field(tar, at, 100));
      long size = Long.parseLong(field(tar, at + 124, 11), 8);
      at += Math.toIntExact(512 + (size + 511) / 512 * 512);
    }
    return names;
  }

  private static String field(byte[] tar, int at, int length) {
    int end = at;
    while (end < at + length && tar[end] != 0) {
      end++;
    }
    return new String(tar, at, end - at, StandardCharsets.US_ASCII);
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
