package org.seatrial.report;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found by looking without judging: sections of facts and tables, in the order in which a
 * person reads them, and what could not be looked at.
 *
 * @param sections their names are unique
 * @param notes what is missing, and why; one sentence each
 */
public record Listing(List<Section> sections, List<String> notes) {

  public Listing {
    sections = List.copyOf(sections);
    notes = List.copyOf(notes);
  }

  /** A part of a listing, under a name such as {@code layers}. */
  public sealed interface Section {

    /** Return the name, which is also the property in JSON. */
    String name();
  }

  /** Named facts, in their order. */
  public record Facts(String name, List<Fact> facts) implements Section {
    public Facts {
      requireNonNull(name, "name must not be null");
      facts = List.copyOf(facts);
    }
  }

  /** One fact, such as {@code user} = {@code 1001}; names are unique within their facts. */
  public record Fact(String name, Value value) {}

  /**
   * Rows of the same columns.
   *
   * @param columns their names
   * @param rows each with a value for every column; may be empty
   */
  public record Table(String name, List<String> columns, List<List<Value>> rows)
      implements Section {
    public Table {
      requireNonNull(name, "name must not be null");
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<Value> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              "row must have " + columns.size() + " values, but has " + row.size());
        }
      }
    }
  }

  /** What is known; text is as observed and is escaped when it is shown. */
  public sealed interface Value {

    /** Return a text. */
    static Value of(String text) {
      return new Text(text);
    }

    /** Return a number. */
    static Value of(long number) {
      return new Count(number);
    }

    /** Return named texts, which people are shown as {@code name=text}, one below the other. */
    static Value pairs(Map<String, String> pairs) {
      return new Pairs(pairs);
    }

    /** Return that nothing is known: an empty field for people, null in JSON. */
    static Value none() {
      return new None();
    }

    /** Return a number of bytes, which people are shown in larger units. */
    static Value bytes(long bytes) {
      return new Bytes(bytes);
    }

    /** Return the words of a command line, which people are shown side by side. */
    static Value words(List<String> words) {
      return new Words(words);
    }

    /** Return texts that people are shown one below the other. */
    static Value lines(List<String> lines) {
      return new Lines(lines);
    }
  }

  /** Named texts, in their order. */
  record Pairs(Map<String, String> pairs) implements Value {
    Pairs {
      pairs = Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
    }
  }

  /** Nothing is known. */
  record None() implements Value {}

  /** A text. */
  record Text(String text) implements Value {}

  /** A number. */
  record Count(long number) implements Value {}

  /** A number of bytes. */
  record Bytes(long bytes) implements Value {}

  /** The words of a command line. */
  record Words(List<String> words) implements Value {
    Words {
      words = List.copyOf(words);
    }
  }

  /** Texts, one below the other. */
  record Lines(List<String> lines) implements Value {
    Lines {
      lines = List.copyOf(lines);
    }
  }
}
