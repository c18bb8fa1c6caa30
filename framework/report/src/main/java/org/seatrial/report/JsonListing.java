package org.seatrial.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.seatrial.report.Listing.Bytes;
import org.seatrial.report.Listing.Fact;
import org.seatrial.report.Listing.Facts;
import org.seatrial.report.Listing.Lines;
import org.seatrial.report.Listing.Pairs;
import org.seatrial.report.Listing.Section;
import org.seatrial.report.Listing.Table;
import org.seatrial.report.Listing.Text;
import org.seatrial.report.Listing.Value;
import org.seatrial.report.Listing.Words;

/** Writes a listing as JSON. */
final class JsonListing implements AutoCloseable {

  private final JsonGenerator json;

  private JsonListing(JsonGenerator json) {
    this.json = json;
  }

  static JsonListing to(Writer out) throws IOException {
    return new JsonListing(Json.to(out));
  }

  void write(Listing listing) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", "seatrial-listing");
    json.writeNumberField("version", 1);
    for (Section section : listing.sections()) {
      json.writeFieldName(property(section.name()));
      if (section instanceof Facts facts) {
        facts(facts);
      } else if (section instanceof Table table) {
        table(table);
      }
    }
    json.writeFieldName("notes");
    texts(listing.notes());
    json.writeEndObject();
  }

  private void facts(Facts facts) throws IOException {
    json.writeStartObject();
    for (Fact fact : facts.facts()) {
      json.writeFieldName(property(fact.name()));
      value(fact.value());
    }
    json.writeEndObject();
  }

  private void table(Table table) throws IOException {
    json.writeStartArray();
    for (List<Value> row : table.rows()) {
      json.writeStartObject();
      for (int i = 0; i < row.size(); i++) {
        json.writeFieldName(property(table.columns().get(i)));
        value(row.get(i));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void value(Value value) throws IOException {
    if (value instanceof Text text) {
      json.writeString(Json.capped(text.text()));
    } else if (value instanceof Listing.Count number) {
      json.writeNumber(number.number());
    } else if (value instanceof Bytes bytes) {
      json.writeNumber(bytes.bytes());
    } else if (value instanceof Words words) {
      texts(words.words());
    } else if (value instanceof Lines lines) {
      texts(lines.lines());
    } else if (value instanceof Pairs pairs) {
      pairs(pairs.pairs());
    } else {
      json.writeNull();
    }
  }

  private void pairs(Map<String, String> pairs) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, String> pair : pairs.entrySet()) {
      json.writeStringField(pair.getKey(), Json.capped(pair.getValue()));
    }
    json.writeEndObject();
  }

  private void texts(List<String> texts) throws IOException {
    json.writeStartArray();
    for (String text : texts) {
      json.writeString(Json.capped(text));
    }
    json.writeEndArray();
  }

  /** Turns {@code working directory} into {@code workingDirectory}. */
  private static String property(String name) {
    StringBuilder property = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean begins = i > 0 && name.charAt(i - 1) == ' ';
      if (c != ' ') {
        property.append(begins ? Character.toUpperCase(c) : c);
      }
    }
    return property.toString();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
