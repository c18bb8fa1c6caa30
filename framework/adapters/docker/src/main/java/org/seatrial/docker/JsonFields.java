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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a JSON object that somebody wants, by their path ({@code RootFS.Layers}); an array
 * gives all its values, a null or a missing field gives none. Size, depth and numbers are bounded.
 */
final class JsonFields {

  private static final int VALUES = 10_000;
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
          .build();

  private final Map<String, List<String>> values;

  private JsonFields(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Read the whole object.
   *
   * @throws UnsoundJson whose message names what was found instead of a sound JSON object
   */
  static JsonFields read(InputStream in, Set<String> paths) throws IOException {
    Map<String, List<String>> values = new HashMap<>();
    try (JsonParser parser = FACTORY.createParser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnsoundJson("something that is no JSON object");
      }
      collect(parser, paths, values);
    } catch (JsonEOFException e) {
      throw new UnsoundJson("JSON that is cut short: " + e.getOriginalMessage(), e);
    } catch (StreamConstraintsException e) {
      throw new UnsoundJson("JSON that is too large: " + e.getOriginalMessage(), e);
    } catch (JsonProcessingException e) {
      throw new UnsoundJson("broken JSON: " + e.getOriginalMessage(), e);
    }
    return new JsonFields(values);
  }

  private static void collect(
      JsonParser parser, Set<String> paths, Map<String, List<String>> values) throws IOException {
    // The path of the enclosing objects; an array has the path of the field that it is.
    Deque<String> parents = new ArrayDeque<>(List.of(""));
    String path = "";
    int count = 0;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token.isStructStart()) {
        parents.push(path);
      } else if (token.isStructEnd()) {
        path = parents.pop();
      } else if (token == JsonToken.FIELD_NAME) {
        path = joined(parents.element(), parser.currentName());
      } else if (token != JsonToken.VALUE_NULL && paths.contains(path)) {
        if (++count > VALUES) {
          throw new UnsoundJson("JSON with more than " + VALUES + " values");
        }
        values.computeIfAbsent(path, key -> new ArrayList<>()).add(parser.getText());
      }
      if (parents.isEmpty()) {
        return;
      }
    }
  }

  private static String joined(String parent, String name) {
    return parent.isEmpty() ? name : parent + '.' + name;
  }

  /** Return all values at the path. */
  List<String> all(String path) {
    return List.copyOf(values.getOrDefault(path, List.of()));
  }

  /** Return the last value at the path, or an empty text. */
  String text(String path) {
    List<String> found = values.getOrDefault(path, List.of());
    return found.isEmpty() ? "" : found.get(found.size() - 1);
  }
}
