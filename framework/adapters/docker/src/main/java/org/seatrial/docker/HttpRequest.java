package org.seatrial.docker;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request without a body.
 *
 * @param target the path and query, already encoded
 */
record HttpRequest(String method, String target, Map<String, String> headers) {

  HttpRequest {
    headers = Map.copyOf(headers);
    if (!(method + target).chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException("The request must be encoded: " + method + ' ' + target);
    }
  }

  /** Return a request for this path and query, after which the engine closes the connection. */
  static HttpRequest get(String target) {
    return new HttpRequest("GET", target, Map.of("Connection", "close"));
  }

  /** Return what goes over the wire to this host. */
  byte[] encoded(String host) {
    StringBuilder text = new StringBuilder(200);
    text.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    text.append("Host: ").append(host).append("\r\n");
    new TreeMap<>(headers)
        .forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }
}
