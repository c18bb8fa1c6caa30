package org.seatrial.check.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Printable;
import org.seatrial.check.value.JsonValue.Kind;

/** Reads one JSON document (RFC 8259) into a tree, within bounds. Used once. */
final class JsonReader {

  private static final int SIZE = 8 << 20;
  private static final int DEPTH = 64;
  private static final int VALUES = 500_000;

  /** The most characters of a name or a wrong value in a message. */
  private static final int SHOWN = 40;

  private final String document;
  private final JsonCursor cursor;
  private int depth;
  private int values;

  JsonReader(String document, String text) {
    if (text.length() > SIZE) {
      throw new InspectionException(
          document
              + " has "
              + text.length()
              + " characters, more than the "
              + SIZE
              + " that are read");
    }
    this.document = document;
    this.cursor = new JsonCursor(document, text);
  }

  JsonValue document() {
    cursor.skipSpace();
    if (cursor.atEnd()) {
      throw new InspectionException(document + " is empty, but must be a JSON document");
    }
    JsonValue root = value();
    cursor.skipSpace();
    if (!cursor.atEnd()) {
      throw cursor.refused("nothing more may follow the document");
    }
    return root;
  }

  private JsonValue value() {
    if (++values > VALUES) {
      throw cursor.refused("has more than " + VALUES + " values");
    }
    int line = cursor.line();
    int column = cursor.column();
    return switch (cursor.peek()) {
      case '{' -> JsonValue.object(members(), line, column);
      case '[' -> JsonValue.array(elements(), line, column);
      case '"' -> JsonValue.scalar(Kind.STRING, cursor.string(), line, column);
      default -> word(line, column);
    };
  }

  private JsonValue word(int line, int column) {
    String word = cursor.word();
    Kind kind =
        switch (word) {
          case "true", "false" -> Kind.BOOLEAN;
          case "null" -> Kind.NULL;
          default -> Kind.NUMBER;
        };
    if (kind == Kind.NUMBER && !JsonNumber.isNumber(word)) {
      throw cursor.refused("must be a value, but was " + shown(word));
    }
    cursor.pass(word);
    return JsonValue.scalar(kind, word, line, column);
  }

  private String shown(String word) {
    return word.isEmpty() ? cursor.shown() : Printable.quoted(Printable.of(word, SHOWN));
  }

  private Map<String, JsonValue> members() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    if (opens('}')) {
      do {
        cursor.skipSpace();
        if (cursor.peek() != '"') {
          throw cursor.refused("must be the name of a member, but was " + cursor.shown());
        }
        int start = cursor.position();
        String name = cursor.string();
        if (members.containsKey(name)) {
          cursor.back(start);
          throw cursor.refused(
              "has the member " + Printable.quoted(Printable.of(name, SHOWN)) + " a second time");
        }
        cursor.skipSpace();
        cursor.require(':');
        cursor.skipSpace();
        members.put(name, value());
      } while (continues('}'));
    }
    depth--;
    return Collections.unmodifiableMap(members);
  }

  private List<JsonValue> elements() {
    List<JsonValue> elements = new ArrayList<>();
    if (opens(']')) {
      do {
        cursor.skipSpace();
        elements.add(value());
      } while (continues(']'));
    }
    depth--;
    return Collections.unmodifiableList(elements);
  }

  /** Enter an object or a list; tell whether it has anything in it. */
  private boolean opens(char end) {
    if (++depth > DEPTH) {
      throw cursor.refused("is nested deeper than " + DEPTH + " levels");
    }
    cursor.skip();
    cursor.skipSpace();
    if (cursor.peek() != end) {
      return true;
    }
    cursor.skip();
    return false;
  }

  /** Pass a comma or the end; tell whether it was a comma. */
  private boolean continues(char end) {
    cursor.skipSpace();
    if (cursor.peek() == ',') {
      cursor.skip();
      return true;
    }
    cursor.require(end);
    return false;
  }
}
