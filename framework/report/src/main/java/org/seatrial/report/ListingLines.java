package org.seatrial.report;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.seatrial.check.Printable;
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

/** Writes a listing for people. */
final class ListingLines {

  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

  private final Writer out;

  ListingLines(Writer out) {
    this.out = out;
  }

  void write(Listing listing) throws IOException {
    String separator = "";
    for (Section section : listing.sections()) {
      out.write(separator);
      if (section instanceof Facts facts) {
        line(section.name());
        facts(facts);
      } else if (section instanceof Table table) {
        table(table);
      }
      separator = "\n";
    }
    for (String note : listing.notes()) {
      out.write(separator);
      line("? " + Printable.of(note));
      separator = "";
    }
  }

  private void facts(Facts facts) throws IOException {
    int width = facts.facts().stream().mapToInt(fact -> fact.name().length()).max().orElse(0) + 3;
    for (Fact fact : facts.facts()) {
      String key = fact.name() + ":";
      for (String text : texts(fact.value())) {
        line(("  " + padded(key, width) + text).stripTrailing());
        key = "";
      }
    }
  }

  private void table(Table table) throws IOException {
    int count = table.rows().size();
    line(table.name() + (count == 0 ? ": none" : " (" + count + ")"));
    if (count == 0) {
      return;
    }
    List<List<String>> shown = new ArrayList<>();
    shown.add(table.columns());
    for (List<Value> row : table.rows()) {
      shown.add(row.stream().map(value -> String.join(", ", texts(value))).toList());
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      int column = i;
      int width = shown.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
      boolean numeric = table.rows().stream().anyMatch(row -> isNumeric(row.get(column)));
      columns.add(new Column(width, !numeric, i == table.columns().size() - 1));
    }
    for (List<String> row : shown) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns.size(); i++) {
        line.append("  ").append(columns.get(i).fit(row.get(i)));
      }
      line(line.toString().stripTrailing());
    }
  }

  /** How wide a column is, whether its text begins at the left, and whether it is the last. */
  private record Column(int width, boolean left, boolean last) {

    String fit(String text) {
      if (left) {
        return last ? text : padded(text, width);
      }
      return " ".repeat(width - text.length()) + text;
    }
  }

  private static boolean isNumeric(Value value) {
    return value instanceof Listing.Count || value instanceof Bytes;
  }

  /** Return the lines that show the value; at least one. */
  private static List<String> texts(Value value) {
    if (value instanceof Text text) {
      return List.of(Printable.of(text.text()));
    }
    if (value instanceof Listing.Count number) {
      return List.of(Long.toString(number.number()));
    }
    if (value instanceof Bytes bytes) {
      return List.of(sized(bytes.bytes()));
    }
    if (value instanceof Words words) {
      return List.of(
          words.words().stream()
              .map(Printable::quoted)
              .collect(Collectors.joining(", ", "[", "]")));
    }
    List<String> lines = lines(value).stream().map(Printable::of).toList();
    return lines.isEmpty() ? List.of("") : lines;
  }

  private static List<String> lines(Value value) {
    if (value instanceof Pairs pairs) {
      return pairs.pairs().entrySet().stream().map(p -> p.getKey() + "=" + p.getValue()).toList();
    }
    return value instanceof Lines lines ? lines.lines() : List.of();
  }

  /**
   * Return it in the largest unit of which there is one, such as {@code 12.3 MB}; 1 kB is 1000 B.
   */
  static String sized(long bytes) {
    int unit = 0;
    BigDecimal amount = BigDecimal.valueOf(bytes);
    while (amount.abs().compareTo(BigDecimal.valueOf(999.95)) >= 0 && unit < UNITS.length - 1) {
      amount = amount.movePointLeft(3);
      unit++;
    }
    int digits = unit == 0 ? 0 : 1;
    return amount.setScale(digits, RoundingMode.HALF_UP).toPlainString() + " " + UNITS[unit];
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
