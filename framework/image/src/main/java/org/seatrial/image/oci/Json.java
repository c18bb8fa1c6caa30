package org.seatrial.image.oci;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Printable;

/**
 * A value in a JSON document, with the place where it stands. What is missing is a value too, the
 * same as {@code null}, so that every complaint can name the document and the field.
 */
final class Json {

  /** A number as it is written. */
  record Numeral(String text) {}

  /** Where a value stands, as far as it is known before it is read. */
  record Place(String document, @Nullable Json parent, String step) {
    /** Return the value that stands here: what is given must not be shared. */
    Json holding(int line, int column, @Nullable Object content) {
      return new Json(this, line, column, content);
    }
  }

  private final Place place;
  private final int line;
  private final int column;
  private final @Nullable Object content;

  /** The content is a Map or List of further values, String, Numeral, Boolean or null. */
  private Json(Place place, int line, int column, @Nullable Object content) {
    this.place = place;
    this.line = line;
    this.column = column;
    this.content = content;
  }

  /** Return the place of a document's outermost value. */
  static Place rootOf(String document) {
    return new Place(document, null, "");
  }

  /** Return the place of this object's member. */
  Place member(String name) {
    return new Place(place.document, this, place.parent == null ? name : "." + name);
  }

  /** Return the place of this array's element. */
  Place element(int index) {
    return new Place(place.document, this, "[" + index + "]");
  }

  boolean isMissing() {
    return content == null;
  }

  /**
   * Return the member of an object. Engines take a key in any case for the one they know, so a
   * second spelling of the same key is refused rather than ignored.
   */
  Json get(String name) {
    Json found = null;
    for (Map.Entry<String, Json> member : members().entrySet()) {
      if (!member.getKey().equalsIgnoreCase(name)) {
        continue;
      }
      if (found != null) {
        throw member
            .getValue()
            .refused("is there in two spellings, and engines take them for the same");
      }
      found = member.getValue();
    }
    return found != null ? found : member(name).holding(line, column, null);
  }

  /** Return the members of an object in their order; none when it is missing. */
  @SuppressWarnings("unchecked") // only JsonReader makes maps, and always of these
  Map<String, Json> members() {
    if (content == null) {
      return Map.of();
    }
    if (content instanceof Map<?, ?> map) {
      return (Map<String, Json>) map;
    }
    throw wrong("an object");
  }

  /** Return the elements of an array; none when it is missing. */
  @SuppressWarnings("unchecked") // only JsonReader makes lists, and always of these
  List<Json> elements() {
    if (content == null) {
      return List.of();
    }
    if (content instanceof List<?> list) {
      return (List<Json>) list;
    }
    throw wrong("a list");
  }

  /** Return the elements of an array of texts; none when it is missing. */
  List<String> texts() {
    return elements().stream().map(Json::requiredText).toList();
  }

  /** Return the elements of an array of texts; a single text counts as an array of one. */
  List<String> textOrTexts() {
    return content instanceof String text ? List.of(text) : texts();
  }

  /** Return the members of an object of texts, in their order; null counts as empty. */
  Map<String, String> textByName() {
    Map<String, String> texts = new LinkedHashMap<>();
    members().forEach((name, value) -> texts.put(name, value.text()));
    return texts;
  }

  /** Return the text; empty when it is missing. */
  String text() {
    return content == null ? "" : requiredText();
  }

  String requiredText() {
    if (content instanceof String text) {
      return text;
    }
    throw wrong("text");
  }

  /** Return what is read from the text, with a complaint about it led back to its place. */
  <T> T required(Function<String, T> reader) {
    String text = requiredText();
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new InspectionException(where() + ": " + e.getMessage(), e);
    }
  }

  /** Return what is read from the text; nothing when it is missing. */
  <T> Optional<T> optional(Function<String, T> reader) {
    return content == null ? Optional.empty() : Optional.of(required(reader));
  }

  /** Return the whole number; 0 when it is missing. */
  long number() {
    return content == null ? 0 : requiredNumber();
  }

  long requiredNumber() {
    if (content instanceof Numeral number) {
      try {
        return Long.parseLong(number.text());
      } catch (NumberFormatException e) {
        throw wrong("a whole number of 64 bits");
      }
    }
    throw wrong("a whole number");
  }

  /** Return whether it is true; false when it is missing. */
  boolean isTrue() {
    if (content == null || content instanceof Boolean) {
      return Boolean.TRUE.equals(content);
    }
    throw wrong("true or false");
  }

  /** Return the error that this field is not as it must be. */
  InspectionException refused(String reason) {
    return new InspectionException(where() + ": " + reason);
  }

  private InspectionException wrong(String wanted) {
    return refused(
        "must be " + wanted + ", but " + (content == null ? "is missing" : "was " + shown()));
  }

  private String shown() {
    if (content instanceof String text) {
      return '"' + Printable.of(text, 80) + '"';
    }
    if (content instanceof Numeral number) {
      return Printable.of(number.text(), 40);
    }
    return content instanceof Map ? "an object" : content instanceof List ? "a list" : "" + content;
  }

  private String where() {
    String field = field();
    return place.document
        + (", line " + line + ", column " + column)
        + (field.isEmpty() ? "" : ", field " + field);
  }

  /** Return the path from the root, such as {@code config.Env[2]}; of the root, nothing. */
  private String field() {
    StringBuilder path = new StringBuilder();
    for (Json at = this; at != null; at = at.place.parent) {
      path.insert(0, Printable.of(at.place.step, 80));
    }
    return path.toString();
  }
}
