package org.seatrial.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.seatrial.check.InspectionException;

/** Whatever an engine sends: an answer, or an error that says what it sent instead. */
final class AnswerFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void heads_and_bodies(byte[] bytes) throws IOException {
    String whole = read(bytes, 100_000);
    // However it is cut, it says the same.
    assertThat(read(bytes, 3)).isEqualTo(whole);
  }

  @FuzzTest(maxDuration = "1m")
  void bodies_in_chunks(byte[] bytes) throws IOException {
    byte[] head =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] answer = new byte[head.length + bytes.length];
    System.arraycopy(head, 0, answer, 0, head.length);
    System.arraycopy(bytes, 0, answer, head.length, bytes.length);
    assertThat(read(answer, 3)).isEqualTo(read(answer, 100_000));
  }

  private static String read(byte[] bytes, int piece) throws IOException {
    String sent = new String(bytes, StandardCharsets.ISO_8859_1);
    ScriptedConnection connection = new ScriptedConnection(sent, piece);
    try (HttpResponse response = HttpResponse.to(HttpRequest.get("/"), "localhost", connection)) {
      byte[] body = response.body().readAllBytes();
      assertThat(body.length).isLessThanOrEqualTo(bytes.length);
      return response.status() + new String(body, StandardCharsets.ISO_8859_1);
    } catch (ProtocolException | EOFException e) {
      assertThat(e.getMessage()).isNotEmpty();
      assertThat(connection.isClosed()).isTrue();
      return String.valueOf(e.getMessage());
    }
  }

  @FuzzTest(maxDuration = "1m")
  void json(byte[] bytes) throws IOException {
    try {
      JsonFields fields =
          JsonFields.read(new ByteArrayInputStream(bytes), Set.of("Id", "RootFS.Layers"));
      assertThat(fields.text("Id")).isNotNull();
      assertThat(fields.all("RootFS.Layers")).doesNotContainNull();
    } catch (UnsoundJson e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }

  @FuzzTest(maxDuration = "1m")
  void addresses(byte[] bytes) {
    try {
      EngineAddress.parse(new String(bytes, StandardCharsets.UTF_8), "DOCKER_HOST");
    } catch (InspectionException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }
}
