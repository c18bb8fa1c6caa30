package org.seatrial.image.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.seatrial.check.InspectionException;

/** One paragraph of a text database: lines {@code key:value}, ended by a blank line. */
final class Stanza {

  private final TextLines lines;
  private final int line;
  private final Map<String, String> fields = new HashMap<>();

  private Stanza(TextLines lines) {
    this.lines = lines;
    this.line = lines.number();
  }

  /**
   * Return the paragraphs of a file in which one of these fields is.
   *
   * @param wanted the keys of the fields to keep
   * @param canonical turns a key as written into one of those
   * @throws InspectionException when a line is no field, goes on with no field, or gives a field
   *     again; or when there are too many paragraphs
   */
  static List<Stanza> read(
      String path, byte[] content, Set<String> wanted, UnaryOperator<String> canonical) {
    TextLines lines = new TextLines(path, content);
    List<Stanza> stanzas = new ArrayList<>();
    Stanza current = null;
    while (lines.next()) {
      if (lines.isBlank()) {
        current = null;
        continue;
      }
      if (current == null) {
        current = new Stanza(lines);
      }
      if (current.take(wanted, canonical) && current.fields.size() == 1) {
        PackageLimit.require(path, stanzas.size());
        stanzas.add(current);
      }
    }
    return stanzas;
  }

  /** Take the line at hand; return whether it is a field to keep. */
  private boolean take(Set<String> wanted, UnaryOperator<String> canonical) {
    if (lines.isFolded()) {
      if (lines.number() == line) {
        throw lines.wrong("goes on with a field, but none came before");
      }
      return false;
    }
    int colon = lines.colon();
    String key = colon < 0 ? "" : canonical.apply(lines.text(0, colon));
    if (key.isEmpty() || key.indexOf(' ') >= 0) {
      throw lines.wrong("must be a field and its value, with a colon between them");
    }
    if (!wanted.contains(key)) {
      return false;
    }
    if (fields.put(key, lines.text(colon + 1)) != null) {
      throw lines.wrong("gives " + key + " again; a blank line between packages may be missing");
    }
    return true;
  }

  /** Return the value of this field, empty when it is not given. */
  String field(String key) {
    return fields.getOrDefault(key, "");
  }

  /** Return the exception that something is wrong with this paragraph, named by its first line. */
  InspectionException wrong(String reason) {
    return lines.wrongAt(line, reason);
  }
}
