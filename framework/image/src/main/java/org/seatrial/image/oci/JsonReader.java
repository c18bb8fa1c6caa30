package org.seatrial.image.oci;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatrial.check.InspectionException;

/**
 * Reads one JSON document into a tree, within bounds that no real image comes near: size, depth and
 * number of values. A key that is there twice is refused, because readers differ in which one they
 * take; bytes that are no valid UTF-8 become U+FFFD, as for the engines.
 */
final class JsonReader {

  /** The most bytes of a document. */
  static final int SIZE = 8 << 20;

  private static final int DEPTH = 64;
  private static final int VALUES = 500_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(SIZE)
                  .maxStringLength(SIZE)
                  .maxNestingDepth(2 * DEPTH)
                  .build())
          .build();

  private final String document;
  private final JsonParser parser;
  private int depth;
  private int values;

  private JsonReader(String document, JsonParser parser) {
    this.document = document;
    this.parser = parser;
  }

  /**
   * Read a document.
   *
   * @param document what it is and where it is kept, for messages
   * @throws InspectionException when it is too large, too deep, or no JSON
   */
  static Json read(String document, byte[] bytes) {
    if (bytes.length > SIZE) {
      throw new InspectionException(
          document + " has " + bytes.length + " bytes, more than the " + SIZE + " that are read");
    }
    try (JsonParser parser = FACTORY.createParser(new String(bytes, UTF_8))) {
      return new JsonReader(document, parser).document();
    } catch (JsonProcessingException e) {
      throw new InspectionException(
          document + place(e.getLocation()) + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Json document() throws IOException {
    if (parser.nextToken() == null) {
      throw new InspectionException(document + " is empty, but must be a JSON document");
    }
    Json root = value(Json.rootOf(document));
    if (parser.nextToken() != null) {
      throw refused("nothing more may follow the document");
    }
    return root;
  }

  private Json value(Json.Place place) throws IOException {
    if (++values > VALUES) {
      throw refused("has more than " + VALUES + " values");
    }
    JsonLocation location = parser.currentTokenLocation();
    int line = location.getLineNr();
    int column = location.getColumnNr();
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(place.holding(line, column, new LinkedHashMap<String, Json>()));
      case START_ARRAY -> array(place.holding(line, column, new ArrayList<Json>()));
      case VALUE_STRING -> place.holding(line, column, wellFormed(parser.getText()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          place.holding(line, column, new Json.Numeral(parser.getText()));
      case VALUE_TRUE -> place.holding(line, column, true);
      case VALUE_FALSE -> place.holding(line, column, false);
      case VALUE_NULL -> place.holding(line, column, null);
      default -> throw new IllegalStateException("no JSON value begins with " + token);
    };
  }

  private Json object(Json object) throws IOException {
    enter();
    Map<String, Json> members = object.members();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = wellFormed(parser.currentName());
      parser.nextToken();
      if (members.put(name, value(object.member(name))) != null) {
        throw refused("Duplicate field '" + name + "'");
      }
    }
    depth--;
    return object;
  }

  private Json array(Json array) throws IOException {
    enter();
    List<Json> elements = array.elements();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(array.element(elements.size())));
    }
    depth--;
    return array;
  }

  private void enter() {
    if (++depth > DEPTH) {
      throw refused("is nested deeper than " + DEPTH + " levels");
    }
  }

  private InspectionException refused(String reason) {
    return new InspectionException(document + place(parser.currentTokenLocation()) + ": " + reason);
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null
        ? ""
        : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  /** Replace surrogates without a partner, which JSON can escape and no text can hold. */
  private static String wellFormed(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isSurrogatePair(c, i + 1 < text.length() ? text.charAt(i + 1) : 'x')) {
        i++;
      } else {
        mended = mended == null ? new StringBuilder(text) : mended;
        mended.setCharAt(i, '\uFFFD');
      }
    }
    return mended == null ? text : mended.toString();
  }
}
