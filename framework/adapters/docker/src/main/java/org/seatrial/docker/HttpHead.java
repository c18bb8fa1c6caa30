package org.seatrial.docker;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.seatrial.check.Printable;

/**
 * The beginning of an answer.
 *
 * @param status the status code, 100 to 599
 * @param headers the values by their name in lower case; of a repeated one, all values after commas
 */
record HttpHead(int status, Map<String, String> headers) {

  private static final int LINE_LIMIT = 8 * 1024;
  private static final int HEADERS_LIMIT = 64 * 1024;

  HttpHead {
    headers = Map.copyOf(headers);
  }

  /** Read the head of the final answer; answers that only announce one are passed over. */
  static HttpHead read(HttpInput input) throws IOException {
    for (int i = 0; i < 10; i++) {
      HttpHead head = new HttpHead(status(input), headers(input));
      if (head.status >= 200 || head.status == 101) {
        return head;
      }
    }
    throw new ProtocolException("announced an answer again and again, and never sent it");
  }

  /** Return the value of the header with this name in lower case. */
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  private static int status(HttpInput input) throws IOException {
    String line;
    try {
      line = input.line(LINE_LIMIT, "a first line");
    } catch (EOFException e) {
      throw new EOFException("closed the connection without an answer");
    }
    // "HTTP/1.1 200 OK": the reason after the code may be missing.
    if (line.startsWith("HTTP/1.") && line.length() >= 12 && line.charAt(8) == ' ') {
      int status = digits(line.substring(9, 12));
      if (status >= 100 && status < 600 && (line.length() == 12 || line.charAt(12) == ' ')) {
        return status;
      }
    }
    throw new ProtocolException(
        "sent something that is not HTTP/1.1: " + Printable.quoted(shortened(line)));
  }

  private static Map<String, String> headers(HttpInput input) throws IOException {
    Map<String, String> headers = new HashMap<>();
    int size = 0;
    for (String line = header(input); !line.isEmpty(); line = header(input)) {
      size += line.length() + 2;
      if (size > HEADERS_LIMIT) {
        throw new ProtocolException(
            "sent headers of more than " + Spoken.bytes(HEADERS_LIMIT) + " in all");
      }
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw new ProtocolException(
            "sent a header without a name: " + Printable.quoted(shortened(line)));
      }
      headers.merge(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip(),
          (before, next) -> before + ", " + next);
    }
    return headers;
  }

  private static String header(HttpInput input) throws IOException {
    try {
      return input.line(LINE_LIMIT, "a header");
    } catch (EOFException e) {
      throw new EOFException("closed the connection in the middle of its headers");
    }
  }

  /** Return the number, or -1 when the text is no number of ASCII digits. */
  private static int digits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(text) : -1;
  }

  private static String shortened(String line) {
    return line.length() <= 80 ? line : line.substring(0, 80) + '…';
  }
}
