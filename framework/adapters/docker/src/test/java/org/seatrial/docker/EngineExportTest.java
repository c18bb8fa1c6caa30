package org.seatrial.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.docker.FakeEngine.answers;
import static org.seatrial.docker.FakeEngine.sends;
import static org.seatrial.docker.FakeEngine.sendsAndFallsSilent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.InspectionException;

final class EngineExportTest {

  private static final String EXPORT = "/v1.45/images/shop:1/get";
  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  @TempDir private Path folder;
  private FakeEngine fake;

  @BeforeEach
  void start() {
    fake = new FakeEngine(folder);
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  @Test
  void streams_an_image() throws IOException {
    fake.on(EXPORT, sends(CHUNKED + "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n"));
    try (InputStream image = fake.connect().exportImage("shop:1")) {
      assertThat(image.read()).isEqualTo('h');
      assertThat(new String(image.readAllBytes(), StandardCharsets.US_ASCII))
          .isEqualTo("ello world");
      assertThat(image.read()).isEqualTo(-1);
    }
  }

  @Test
  void says_after_how_many_bytes_the_engine_went_away() throws IOException {
    fake.on(EXPORT, sends(CHUNKED + "5\r\nhello\r\nFF\r\n world"));
    try (InputStream image = fake.connect().exportImage("shop:1")) {
      assertThatThrownBy(image::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessage(
              "the Docker engine at "
                  + fake.address()
                  + " broke off while it sent image shop:1, after 11 bytes:"
                  + " it closed the connection in the middle of a chunk");
    }
  }

  @Test
  void says_after_how_many_bytes_the_engine_fell_silent() throws IOException {
    fake.on(EXPORT, sendsAndFallsSilent(CHUNKED + "FF\r\nx"));
    try (InputStream image = fake.connectImpatiently().exportImage("shop:1")) {
      assertThatThrownBy(image::readAllBytes)
          .hasMessageEndingWith("after 1 byte: it sent nothing for 200 ms");
    }
  }

  @Test
  void says_that_a_chunk_lies() throws IOException {
    fake.on(EXPORT, sends(CHUNKED + "1\r\nhello\r\n0\r\n\r\n"));
    try (InputStream image = fake.connect().exportImage("shop:1")) {
      assertThatThrownBy(image::readAllBytes)
          .hasMessageEndingWith("after 1 byte: it sent a chunk that is longer than its size says");
    }
  }

  @Test
  void says_that_the_engine_went_away_before_the_image() {
    fake.on(EXPORT, sends(""));
    assertThatThrownBy(() -> fake.connect().exportImage("shop:1"))
        .isInstanceOf(InspectionException.class)
        .hasMessageContaining(
            "did not export image shop:1: it closed the connection without an answer");
  }

  @Test
  void repeats_why_the_engine_could_not_export() {
    fake.on(EXPORT, answers(500, "{\"message\":\"no space left on device\"}"));
    assertThatThrownBy(() -> fake.connect().exportImage("shop:1"))
        .isInstanceOf(InspectionException.class)
        .hasMessageEndingWith(
            " did not export image shop:1: it answered 500: no space left on device");
  }

  @Test
  void aborts_the_export_when_the_stream_is_closed_early() throws Exception {
    CompletableFuture<IOException> broken = new CompletableFuture<>();
    byte[] chunk = ("8000\r\n" + "x".repeat(0x8000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    fake.on(
        EXPORT,
        channel -> {
          sends(CHUNKED).play(channel);
          try {
            while (channel.isOpen()) {
              FakeEngine.write(channel, chunk);
            }
          } catch (IOException e) {
            broken.complete(e);
          }
        });
    try (InputStream image = fake.connect().exportImage("shop:1")) {
      assertThat(image.readNBytes(100_000)).hasSize(100_000);
    }
    assertThat(broken.get(10, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void ends_a_read_when_another_thread_closes_the_stream() throws Exception {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    fake.on(
        EXPORT,
        channel -> {
          sends(CHUNKED + "FF\r\nx").play(channel);
          sent.complete(null);
          channel.read(ByteBuffer.allocate(1));
        });
    InputStream image = fake.connect().exportImage("shop:1");
    CompletableFuture<byte[]> reader =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return image.readAllBytes();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    sent.get(10, TimeUnit.SECONDS);
    image.close();
    assertThatThrownBy(() -> reader.get(10, TimeUnit.SECONDS))
        .hasMessageContaining("broke off while it sent image shop:1");
  }
}
