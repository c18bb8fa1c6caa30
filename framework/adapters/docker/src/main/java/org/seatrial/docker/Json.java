package org.seatrial.docker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.seatrial.check.Printable;

/**
 * A value of a JSON document, with its path ({@code State.Health.Log}) for complaints. What is
 * missing, or null, is a value too: an empty text, list or object. Size, depth and numbers are
 * bounded.
 */
final class Json {

  private static final int VALUES = 500_000;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(16L << 20)
                  .maxNestingDepth(64)
                  .maxStringLength(1 << 20)
                  .maxNameLength(10_000)
                  .maxNumberLength(100)
                  .build())
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private final String path;

  /** A Map or List of further values, or the text of a text, number, true or false. */
  private final @Nullable Object content;

  private Json(String path, @Nullable Object content) {
    this.path = path;
    this.content = content;
  }

  /**
   * Read the value with which the stream begins. Some of what follows it may be read as well.
   *
   * @throws UnsoundJson whose message names what was found instead of sound JSON
   */
  static Json read(InputStream in) throws IOException {
    try (JsonParser parser = FACTORY.createParser(in)) {
      if (parser.nextToken() == null) {
        throw new UnsoundJson("nothing in place of JSON");
      }
      return new Reader(parser).value("");
    } catch (JsonEOFException e) {
      throw new UnsoundJson("JSON that is cut short: " + e.getOriginalMessage(), e);
    } catch (StreamConstraintsException e) {
      throw new UnsoundJson("JSON that is too large: " + e.getOriginalMessage(), e);
    } catch (JsonProcessingException e) {
      throw new UnsoundJson("broken JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** Return the member of an object, by its path from here. */
  Json get(String... names) throws UnsoundJson {
    Json found = this;
    for (String name : names) {
      Json member = found.members().get(name);
      found = member == null ? new Json(joined(found.path, name), null) : member;
    }
    return found;
  }

  boolean isMissing() {
    return content == null;
  }

  /** Return the members of an object in their order. */
  @SuppressWarnings("unchecked") // only the reader makes maps, and always of these
  Map<String, Json> members() throws UnsoundJson {
    if (content == null) {
      return Map.of();
    }
    if (content instanceof Map<?, ?> map) {
      return (Map<String, Json>) map;
    }
    throw wrong("object");
  }

  /** Return the elements of an array. */
  @SuppressWarnings("unchecked") // only the reader makes lists, and always of these
  List<Json> elements() throws UnsoundJson {
    if (content == null) {
      return List.of();
    }
    if (content instanceof List<?> list) {
      return (List<Json>) list;
    }
    throw wrong("list");
  }

  /** Return the text of a text, a number, true or false. */
  String text() throws UnsoundJson {
    if (content == null) {
      return "";
    }
    if (content instanceof String text) {
      return text;
    }
    throw wrong("text");
  }

  /** Return the elements of an array of texts. */
  List<String> texts() throws UnsoundJson {
    List<String> texts = new ArrayList<>();
    for (Json element : elements()) {
      texts.add(element.text());
    }
    return texts;
  }

  /** Return the members of an object of texts. */
  Map<String, String> textByName() throws UnsoundJson {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, Json> member : members().entrySet()) {
      texts.put(member.getKey(), member.getValue().text());
    }
    return texts;
  }

  boolean isTrue() throws UnsoundJson {
    return text().equals("true");
  }

  /** Return the whole number, if it is there. */
  OptionalLong number() throws UnsoundJson {
    String text = text();
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw wrong("whole number", e);
    }
  }

  /** Return the whole number of 32 bits; 0 when it is missing. */
  int integer() throws UnsoundJson {
    long number = number().orElse(0);
    if (number != (int) number) {
      throw wrong("whole number of 32 bits");
    }
    return (int) number;
  }

  UnsoundJson wrong(String wanted) {
    return wrong(wanted, null);
  }

  UnsoundJson wrong(String wanted, @Nullable Throwable cause) {
    String found =
        content instanceof String text
            ? Printable.quoted(Printable.of(text, 80))
            : "something else";
    return new UnsoundJson(
        "an answer whose "
            + (path.isEmpty() ? "whole" : Printable.of(path, 200))
            + " is no "
            + wanted
            + ": "
            + found,
        cause);
  }

  private static String joined(String parent, String name) {
    return parent.isEmpty() ? name : parent + '.' + name;
  }

  /** Counts the values of one document. The depth is bounded by the parser. */
  private static final class Reader {
    private final JsonParser parser;
    private int values;

    Reader(JsonParser parser) {
      this.parser = parser;
    }

    Json value(String path) throws IOException {
      if (++values > VALUES) {
        throw new UnsoundJson("JSON with more than " + VALUES + " values");
      }
      JsonToken token = parser.currentToken();
      return switch (token) {
        case START_OBJECT -> new Json(path, object(path));
        case START_ARRAY -> new Json(path, array(path));
        case VALUE_NULL -> new Json(path, null);
        default -> new Json(path, parser.getText());
      };
    }

    private Map<String, Json> object(String path) throws IOException {
      Map<String, Json> members = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        members.put(name, value(joined(path, name)));
      }
      return members;
    }

    private List<Json> array(String path) throws IOException {
      List<Json> elements = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        elements.add(value(path));
      }
      return elements;
    }
  }
}
