package org.seatrial.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpResponseTest {

  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

  @Test
  void sends_a_request_that_ends_the_connection() throws IOException {
    ScriptedConnection connection = new ScriptedConnection(OK + "\r\n", 100);
    HttpResponse.to(HttpRequest.get("/_ping"), "localhost", connection);
    assertThat(connection.written())
        .isEqualTo("GET /_ping HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a b", "/a\r\nX: y", "/ä", "/a\u0000"})
  void refuses_to_send_what_is_not_encoded(String target) {
    assertThatThrownBy(() -> HttpRequest.get(target))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The request must be encoded: ");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 100_000})
  void reads_a_body_of_a_known_length_however_it_is_cut(int piece) throws IOException {
    HttpResponse response = answer(OK + "content-LENGTH:  5 \r\n\r\nhelloMORE", piece);
    assertThat(response.status()).isEqualTo(200);
    assertThat(text(response)).isEqualTo("hello");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 100_000})
  void reads_chunks_however_they_are_cut(int piece) throws IOException {
    String body = "3\r\nabc\r\n0A;name=value\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\nMORE";
    assertThat(text(answer(CHUNKED + body, piece))).isEqualTo("abc0123456789");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100_000})
  void reads_a_body_without_a_length_to_the_end(int piece) throws IOException {
    assertThat(text(answer("HTTP/1.0 200 OK\nServer: x\n\nhello", piece))).isEqualTo("hello");
  }

  @Test
  void reads_a_large_chunk_past_its_buffer() throws IOException {
    String large = "x".repeat(200_000);
    String body = Integer.toHexString(large.length()) + "\r\n" + large + "\r\n0\r\n\r\n";
    assertThat(text(answer(CHUNKED + body, 70_000))).isEqualTo(large);
  }

  @Test
  void passes_over_announcements() throws IOException {
    HttpResponse response =
        answer("HTTP/1.1 100 Continue\r\n\r\n" + OK + "Content-Length: 1\r\n\r\nx", 3);
    assertThat(response.status()).isEqualTo(200);
    assertThat(text(response)).isEqualTo("x");
  }

  @Test
  void joins_repeated_headers() throws IOException {
    assertThat(answer(OK + "A: 1\r\na: 2\r\n\r\n", 9).head().header("a")).contains("1, 2");
  }

  @Test
  void needs_no_reason_after_the_status() throws IOException {
    assertThat(answer("HTTP/1.1 204\r\n\r\n", 9).status()).isEqualTo(204);
    assertThat(text(answer("HTTP/1.1 204\r\n\r\nrest", 9))).isEmpty();
  }

  @Test
  void stops_at_an_upgrade() throws IOException {
    assertThat(answer("HTTP/1.1 101 UPGRADED\r\n\r\nraw", 9).status()).isEqualTo(101);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | closed the connection without an answer",
        "HTTP/1.1 200 OK | closed the connection in the middle of a first line, which begins with"
            + " \"HTTP/1.1 200 OK\"",
        "SSH-2.0-OpenSSH~ | sent something that is not HTTP/1.1: \"SSH-2.0-OpenSSH\"",
        "HTTP/2 200 OK~~ | sent something that is not HTTP/1.1: \"HTTP/2 200 OK\"",
        "HTTP/1.1 2x0 OK~~ | sent something that is not HTTP/1.1: \"HTTP/1.1 2x0 OK\"",
        "HTTP/1.1 2000 OK~~ | sent something that is not HTTP/1.1: \"HTTP/1.1 2000 OK\"",
        "HTTP/1.1 099 OK~~ | sent something that is not HTTP/1.1: \"HTTP/1.1 099 OK\"",
        "HTTP/1.1 200 OK~A: b~ | closed the connection in the middle of its headers",
        "HTTP/1.1 200 OK~A: b | closed the connection in the middle of a header, which begins with"
            + " \"A: b\"",
        "HTTP/1.1 200 OK~nothing~~ | sent a header without a name: \"nothing\"",
        "HTTP/1.1 200 OK~:value~~ | sent a header without a name: \":value\"",
        "HTTP/1.1 200 OK~Content-Length: -1~~ | sent a Content-Length that is no number: \"-1\"",
        "HTTP/1.1 200 OK~Content-Length: 1~Content-Length: 1~~ | sent a Content-Length that is no"
            + " number: \"1, 1\"",
        "HTTP/1.1 200 OK~Transfer-Encoding: gzip~~ | sent a body in an unknown form:"
            + " Transfer-Encoding \"gzip\", Content-Length \"\"",
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~Content-Length: 1~~ | sent a body in an unknown"
            + " form: Transfer-Encoding \"chunked\", Content-Length \"1\"",
      })
  void says_what_is_wrong_with_a_head(String sent, String message) {
    ScriptedConnection connection = new ScriptedConnection(sent.replace("~", "\r\n"), 11);
    assertThatThrownBy(() -> HttpResponse.to(HttpRequest.get("/"), "localhost", connection))
        .isInstanceOfAny(ProtocolException.class, EOFException.class)
        .hasMessage(message);
    assertThat(connection.isClosed()).isTrue();
  }

  @Test
  void gives_up_on_endless_lines_headers_and_announcements() {
    assertThatThrownBy(() -> answer("x".repeat(10_000), 5_000))
        .isInstanceOf(ProtocolException.class)
        .hasMessageStartingWith(
            "sent a first line of more than 8192 bytes, which begins with \"xx");
    assertThatThrownBy(() -> answer(OK + "A: " + "x".repeat(10_000), 5_000))
        .hasMessageStartingWith("sent a header of more than 8192 bytes, which begins with \"A: x");
    assertThatThrownBy(() -> answer(OK + ("A: " + "x".repeat(1_000) + "\r\n").repeat(100), 5_000))
        .hasMessage("sent headers of more than 65536 bytes in all");
    assertThatThrownBy(() -> answer("HTTP/1.1 100 Continue\r\n\r\n".repeat(100), 5_000))
        .hasMessage("announced an answer again and again, and never sent it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5~abc | closed the connection in the middle of a chunk",
        "3~abc | closed the connection before the end of a chunk",
        "3~abc~ | closed the connection before the size of a chunk",
        "3~abcdef~ | sent a chunk that is longer than its size says",
        "-3~abc~ | sent a chunk whose size is no number: \"-3\"",
        "0x3~abc~ | sent a chunk whose size is no number: \"0x3\"",
        "~abc~ | sent a chunk whose size is no number: \"\"",
        ";a=b~abc~ | sent a chunk whose size is no number: \";a=b\"",
        "FFFFFFFFFFFFFFFF~abc~ | sent a chunk whose size is no number: \"FFFFFFFFFFFFFFFF\"",
        "7FFFFFFFFFFFFFF~abc~ | closed the connection in the middle of a chunk",
        "0~Trailer: x~ | closed the connection before a trailer",
      })
  void says_what_is_wrong_with_chunks(String body, String message) throws IOException {
    HttpResponse response = answer(CHUNKED + body.replace("~", "\r\n"), 6);
    assertThatThrownBy(() -> text(response)).hasMessage(message);
  }

  @Test
  void gives_up_on_endless_chunk_sizes_and_trailers() throws IOException {
    HttpResponse size = answer(CHUNKED + "0".repeat(5_000), 100);
    assertThatThrownBy(() -> text(size))
        .hasMessageStartingWith("sent the size of a chunk of more than 1024 bytes, which begins");
    HttpResponse trailers = answer(CHUNKED + "0\r\n" + "A: b\r\n".repeat(1_000), 100);
    assertThatThrownBy(() -> text(trailers)).hasMessage("sent more than 100 trailers");
  }

  @Test
  void takes_a_body_that_ends_too_early_for_broken() throws IOException {
    HttpResponse response = answer(OK + "Content-Length: 10\r\n\r\nhello", 100);
    assertThatThrownBy(() -> text(response))
        .isInstanceOf(EOFException.class)
        .hasMessage("closed the connection 5 bytes too early");
  }

  private static HttpResponse answer(String sent, int piece) throws IOException {
    return HttpResponse.to(HttpRequest.get("/"), "localhost", new ScriptedConnection(sent, piece));
  }

  private static String text(HttpResponse response) throws IOException {
    return new String(response.body().readAllBytes(), StandardCharsets.ISO_8859_1);
  }
}
