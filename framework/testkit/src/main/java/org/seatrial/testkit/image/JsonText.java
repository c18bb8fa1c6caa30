package org.seatrial.testkit.image;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the little JSON that documents of images need. */
final class JsonText {

  private JsonText() {}

  /** Return a string, in ASCII (RFC 8259, 7). */
  static String of(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  /** Return an array of strings. */
  static String strings(Collection<String> texts) {
    return array(texts.stream().map(JsonText::of).toList());
  }

  /** Return an array of what is JSON already. */
  static String array(Collection<String> values) {
    return values.stream().collect(Collectors.joining(", ", "[", "]"));
  }

  /** Return an object whose members are made JSON by this function. */
  static String object(Map<String, String> members, Function<String, String> json) {
    return members.entrySet().stream()
        .map(member -> of(member.getKey()) + ": " + json.apply(member.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
