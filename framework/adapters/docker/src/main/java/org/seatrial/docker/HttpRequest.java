package org.seatrial.docker;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request.
 *
 * @param target the path and query, already encoded
 * @param body what follows the head, after its length; empty for a request without one
 */
record HttpRequest(String method, String target, Map<String, String> headers, Body body) {

  private static final Map<String, String> CLOSE = Map.of("Connection", "close");

  /** Bytes that are sent after the head. */
  static final class Body {
    static final Body NONE = new Body(new byte[0]);
    private final byte[] bytes;

    Body(byte[] bytes) {
      this.bytes = bytes.clone();
    }
  }

  HttpRequest {
    headers = Map.copyOf(headers);
    if (!(method + target).chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException("The request must be encoded: " + method + ' ' + target);
    }
  }

  /** Return a request for this path and query, after which the engine closes the connection. */
  static HttpRequest get(String target) {
    return new HttpRequest("GET", target, CLOSE, Body.NONE);
  }

  /** Return a request whose answer is a head alone. */
  static HttpRequest head(String target) {
    return new HttpRequest("HEAD", target, CLOSE, Body.NONE);
  }

  /** Return a request to remove what is there. */
  static HttpRequest delete(String target) {
    return new HttpRequest("DELETE", target, CLOSE, Body.NONE);
  }

  /** Return a request that something is done. */
  static HttpRequest post(String target) {
    return new HttpRequest("POST", target, CLOSE, Body.NONE);
  }

  /** Return a request that something is done, as this JSON says. */
  static HttpRequest post(String target, byte[] json) {
    Map<String, String> headers = Map.of("Connection", "close", "Content-Type", "application/json");
    return new HttpRequest("POST", target, headers, new Body(json));
  }

  /** Return a request that sends a tar archive. */
  static HttpRequest tar(String method, String target, byte[] archive) {
    Map<String, String> headers =
        Map.of("Connection", "close", "Content-Type", "application/x-tar");
    return new HttpRequest(method, target, headers, new Body(archive));
  }

  /** Return a request after which the connection is a stream of bytes in both directions. */
  static HttpRequest upgrade(String target, byte[] json) {
    Map<String, String> headers =
        Map.of("Connection", "Upgrade", "Upgrade", "tcp", "Content-Type", "application/json");
    return new HttpRequest("POST", target, headers, new Body(json));
  }

  /** Tell whether the answer has no body, whatever its head says of one. */
  boolean wantsHeadAlone() {
    return method.equals("HEAD");
  }

  /** Return what goes over the wire to this host. */
  byte[] encoded(String host) {
    StringBuilder text = new StringBuilder(200);
    text.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    text.append("Host: ").append(host).append("\r\n");
    new TreeMap<>(headers)
        .forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    if (!method.equals("GET") && !wantsHeadAlone()) {
      text.append("Content-Length: ").append(body.bytes.length).append("\r\n");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 2 + body.bytes.length);
    bytes.writeBytes(text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(body.bytes);
    return bytes.toByteArray();
  }
}
