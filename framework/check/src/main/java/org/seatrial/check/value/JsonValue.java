package org.seatrial.check.value;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatrial.check.Described;
import org.seatrial.check.Printable;

/** A value of JSON, with the place where it stands in its document. Immutable. */
public final class JsonValue implements Described {

  /** The most characters that are shown of a text. */
  private static final int SHOWN = 200;

  /** What a value is. */
  public enum Kind {
    OBJECT("an object"),
    ARRAY("a list"),
    STRING("text"),
    NUMBER("a number"),
    BOOLEAN("a truth value"),
    NULL("null");

    private final String phrase;

    Kind(String phrase) {
      this.phrase = phrase;
    }

    /** Return what people call it, such as {@code a list}. */
    public String phrase() {
      return phrase;
    }
  }

  private final Kind kind;
  private final Object content;
  private final int line;
  private final int column;

  private JsonValue(Kind kind, Object content, int line, int column) {
    this.kind = kind;
    this.content = content;
    this.line = line;
    this.column = column;
  }

  /** Return a text that stands in no document. */
  public static JsonValue of(String text) {
    return scalar(Kind.STRING, requireNonNull(text, "text must not be null"), 0, 0);
  }

  /** Return a number that stands in no document. */
  public static JsonValue of(long number) {
    return scalar(Kind.NUMBER, Long.toString(number), 0, 0);
  }

  /**
   * Read a document. Everything in it is bounded: its size by 8 MiB, the depth by 64 levels, the
   * number of values by 500,000. A key that is there twice is refused, because readers differ in
   * which one they take; surrogates without a partner become U+FFFD.
   *
   * @param document what it is and where it is kept, for messages
   * @throws org.seatrial.check.InspectionException when it is no JSON (RFC 8259) or beyond a bound
   */
  public static JsonValue parse(String document, String text) {
    return new JsonReader(document, text).document();
  }

  static JsonValue scalar(Kind kind, String text, int line, int column) {
    return new JsonValue(kind, text, line, column);
  }

  /** The map is not copied. */
  static JsonValue object(Map<String, JsonValue> members, int line, int column) {
    return new JsonValue(Kind.OBJECT, members, line, column);
  }

  /** The list is not copied. */
  static JsonValue array(List<JsonValue> elements, int line, int column) {
    return new JsonValue(Kind.ARRAY, elements, line, column);
  }

  /** Return what this is. */
  public Kind kind() {
    return kind;
  }

  /** Return the members of an object in the document's order; of anything else, none. */
  @SuppressWarnings("unchecked") // an object has been made of such a map
  public Map<String, JsonValue> members() {
    return kind == Kind.OBJECT ? (Map<String, JsonValue>) content : Map.of();
  }

  /** Return the elements of a list; of anything else, none. */
  @SuppressWarnings("unchecked") // a list has been made of such a list
  public List<JsonValue> elements() {
    return kind == Kind.ARRAY ? (List<JsonValue>) content : List.of();
  }

  /** Return the text of a text, unescaped; anything else as written, an object or list empty. */
  public String text() {
    return content instanceof String text ? text : "";
  }

  /** Return the line in the document, counted from 1; 0 outside of a document. */
  public int line() {
    return line;
  }

  /** Return the column in the line, counted from 1; 0 outside of a document. */
  public int column() {
    return column;
  }

  @Override
  public String label() {
    return shown();
  }

  /** Return the value with its line: {@code line 3: 8080}. */
  @Override
  public String description() {
    return line == 0 ? shown() : "line " + line + ": " + shown();
  }

  private String shown() {
    return switch (kind) {
      case OBJECT -> counted("an object of ", members().size(), "member");
      case ARRAY -> counted("a list of ", elements().size(), "element");
      case STRING -> Printable.quoted(Printable.of(text(), SHOWN));
      case NUMBER, BOOLEAN, NULL -> Printable.of(text(), SHOWN);
    };
  }

  private static String counted(String what, int number, String one) {
    return what + number + " " + one + (number == 1 ? "" : "s");
  }

  /** Tell whether the other is the same value as written, wherever it stands. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonValue value && kind == value.kind && content.equals(value.content);
  }

  @Override
  public int hashCode() {
    return content.hashCode();
  }

  @Override
  public String toString() {
    return description();
  }
}
