package org.seatrial.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound answers, damaged at random: each is read, or refused in words, and always ends. */
final class HostileAnswerTest {

  private static final int ROUNDS = 5_000;
  private static final String CHUNKED =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nA: b\r\n\r\n"
          + "5\r\nhello\r\n1F;x=y\r\n"
          + "0123456789012345678901234567890"
          + "\r\n0\r\nTrailer: x\r\n\r\n";
  private static final String SIZED =
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nhello world";

  /** What there is a limit for, or a meaning of. */
  private static final List<String> PIECES =
      List.of(
          "\r\n",
          "\n",
          "\r\n\r\n",
          "0\r\n",
          "-1",
          "FFFFFFFFFFFFFFFF",
          "\0",
          ":",
          ";",
          "\u00ff",
          "HTTP/1.1 100 C\r\n\r\n",
          "Content-Length: 999999999999999999\r\n",
          "{",
          "[",
          "\"",
          "\\",
          "null",
          "1e999999999",
          "\\ud800",
          ",",
          "}",
          "]");

  @ParameterizedTest
  @ValueSource(strings = {CHUNKED, SIZED})
  void ends_with_a_body_or_with_words(String sound) {
    Random random = new Random(42);
    int read = 0;
    int refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String damaged = damaged(sound, random);
      ScriptedConnection connection = new ScriptedConnection(damaged, 1 + random.nextInt(40));
      try (HttpResponse response = HttpResponse.to(HttpRequest.get("/"), "localhost", connection)) {
        byte[] body = response.body().readAllBytes();
        assertThat(body.length).as(damaged).isLessThanOrEqualTo(damaged.length());
        read++;
      } catch (IOException e) {
        assertThat(e).as(damaged).message().isNotBlank();
        refused++;
      }
    }
    assertThat(List.of(read, refused)).allSatisfy(n -> assertThat(n).isGreaterThan(ROUNDS / 50));
  }

  @Test
  void ends_with_an_image_or_with_words() {
    String sound =
        ("{\"Id\": \"sha256:%s\", \"RepoTags\": [\"a:1\"], \"Os\": \"linux\", \"Size\": 7,"
                + " \"RootFS\": {\"Layers\": [\"sha256:%s\"]}, \"x\": {\"y\": [[1.5e3, true]]}}")
            .formatted("a".repeat(64), "b".repeat(64));
    Random random = new Random(42);
    List<EngineImage> read = new ArrayList<>();
    int refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String damaged = damaged(sound, random);
      try {
        read.add(
            EngineImage.read(
                new ByteArrayInputStream(damaged.getBytes(StandardCharsets.ISO_8859_1))));
      } catch (IOException e) {
        assertThat(e).as(damaged).message().isNotBlank();
        refused++;
      }
    }
    assertThat(List.of(read.size(), refused))
        .allSatisfy(n -> assertThat(n).isGreaterThan(ROUNDS / 50));
  }

  /** Put something in, take something out, or cut, in one to three places. */
  private static String damaged(String sound, Random random) {
    StringBuilder text = new StringBuilder(sound);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(5)) {
        case 0 -> text.setLength(at);
        case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
        case 2 -> text.insert(at, (char) random.nextInt(256));
        default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return text.toString();
  }
}
