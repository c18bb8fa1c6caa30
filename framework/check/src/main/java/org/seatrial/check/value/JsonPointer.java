package org.seatrial.check.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatrial.check.Printable;

/** Where a value stands in a document, by RFC 6901: {@code /servers/0/port}. */
final class JsonPointer {

  /** The most digits of an index; a document has fewer elements. */
  private static final int DIGITS = 7;

  private final String text;
  private final List<String> steps;

  private JsonPointer(String text, List<String> steps) {
    this.text = text;
    this.steps = List.copyOf(steps);
  }

  /**
   * Read a pointer: empty for the whole document, else each step behind a slash; {@code ~1} stands
   * for a slash and {@code ~0} for a tilde in a name.
   *
   * @throws IllegalArgumentException when it is written otherwise
   */
  static JsonPointer parse(String text) {
    if (!text.isEmpty() && text.charAt(0) != '/') {
      throw wrong(text);
    }
    List<String> steps = new ArrayList<>();
    for (int from = 1; from <= text.length(); ) {
      int slash = text.indexOf('/', from);
      int to = slash < 0 ? text.length() : slash;
      steps.add(name(text, text.substring(from, to)));
      from = to + 1;
    }
    return new JsonPointer(text, steps);
  }

  private static String name(String text, String step) {
    for (int i = step.indexOf('~'); i >= 0; i = step.indexOf('~', i + 1)) {
      if (i + 1 == step.length() || "01".indexOf(step.charAt(i + 1)) < 0) {
        throw wrong(text);
      }
    }
    return step.replace("~1", "/").replace("~0", "~");
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "pointer must be a JSON Pointer such as /servers/0/port, but was "
            + Printable.quoted(text));
  }

  /** Return the value that stands there; empty when there is none. */
  Optional<JsonValue> in(JsonValue document) {
    JsonValue value = document;
    for (String step : steps) {
      value = value == null ? null : child(value, step);
    }
    return Optional.ofNullable(value);
  }

  private static @Nullable JsonValue child(JsonValue value, String step) {
    if (value.kind() != JsonValue.Kind.ARRAY) {
      return value.members().get(step);
    }
    boolean index =
        !step.isEmpty()
            && step.length() <= DIGITS
            && step.chars().allMatch(c -> c >= '0' && c <= '9')
            && (step.length() == 1 || step.charAt(0) != '0');
    List<JsonValue> elements = value.elements();
    return index && Integer.parseInt(step) < elements.size()
        ? elements.get(Integer.parseInt(step))
        : null;
  }

  /** Return the pointer for a sentence: as written, the empty one as words. */
  @Override
  public String toString() {
    return text.isEmpty() ? "document" : Printable.of(text);
  }
}
