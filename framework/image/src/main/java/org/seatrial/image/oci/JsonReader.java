package org.seatrial.image.oci;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.seatrial.check.InspectionException;
import org.seatrial.check.value.JsonValue;

/**
 * Reads one JSON document within the bounds of {@link JsonValue#parse}, and notes of each value
 * where it stands. Bytes that are no valid UTF-8 become U+FFFD, as for the engines.
 */
final class JsonReader {

  /** The most bytes of a document. */
  static final int SIZE = 8 << 20;

  private JsonReader() {}

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
    return placed(Json.rootOf(document), JsonValue.parse(document, new String(bytes, UTF_8)));
  }

  private static Json placed(Json.Place place, JsonValue value) {
    int line = value.line();
    int column = value.column();
    return switch (value.kind()) {
      case OBJECT -> object(place.holding(line, column, new LinkedHashMap<String, Json>()), value);
      case ARRAY -> array(place.holding(line, column, new ArrayList<Json>()), value);
      case STRING -> place.holding(line, column, value.text());
      case NUMBER -> place.holding(line, column, new Json.Numeral(value.text()));
      case BOOLEAN -> place.holding(line, column, Boolean.valueOf(value.text()));
      case NULL -> place.holding(line, column, null);
    };
  }

  private static Json object(Json object, JsonValue value) {
    value
        .members()
        .forEach((name, member) -> object.members().put(name, placed(object.member(name), member)));
    return object;
  }

  private static Json array(Json array, JsonValue value) {
    for (JsonValue element : value.elements()) {
      array.elements().add(placed(array.element(array.elements().size()), element));
    }
    return array;
  }
}
