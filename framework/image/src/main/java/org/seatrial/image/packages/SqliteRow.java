package org.seatrial.image.packages;

import java.util.ArrayList;
import java.util.List;

/** A row of a SQLite table: its columns, as recorded. */
final class SqliteRow {

  /** More columns than any table that is read here has. */
  private static final int COLUMNS = 100;

  /** The lowest type of a blob; even types from here on are blobs, odd ones texts. */
  private static final int BLOB = 12;

  private record Column(long type, Bytes value) {}

  private final Bytes record;
  private final List<Column> columns = new ArrayList<>();

  private SqliteRow(Bytes record) {
    this.record = record;
    Varint header = Varint.at(record, 0);
    long type = header.end();
    long value = header.value();
    while (type < header.value()) {
      if (columns.size() == COLUMNS) {
        throw record.wrong("has a row of more than " + COLUMNS + " columns");
      }
      Varint serial = Varint.at(record, type);
      long size = size(serial.value());
      columns.add(new Column(serial.value(), record.slice(value, size)));
      type = serial.end();
      value += size;
    }
  }

  static SqliteRow of(Bytes record) {
    return new SqliteRow(record);
  }

  /** Return how many bytes a value of this type takes. */
  private long size(long type) {
    if (type >= BLOB) {
      return (type - BLOB) / 2;
    }
    if (type < 0 || type == 10 || type == 11) {
      throw record.wrong("has a value of type " + type + ", which SQLite does not know");
    }
    // Nothing, whole numbers of 1, 2, 3, 4, 6 and 8 bytes, a fraction, and the constants 0 and 1.
    return new long[] {0, 1, 2, 3, 4, 6, 8, 8, 0, 0}[(int) type];
  }

  /** Return the text in this column, empty when it holds something else. */
  String text(int column) {
    Column found = column(column);
    return found.type() > BLOB && found.type() % 2 == 1 ? found.value().text() : "";
  }

  /** Return the whole number in this column, 0 when it holds something else. */
  long number(int column) {
    Column found = column(column);
    if (found.type() == 9) {
      return 1;
    }
    return found.type() >= 1 && found.type() <= 6
        ? found.value().signed(0, found.value().size())
        : 0;
  }

  /**
   * Return the bytes in this column.
   *
   * @throws org.seatrial.check.InspectionException when it holds no blob
   */
  Bytes blob(int column) {
    Column found = column(column);
    if (found.type() < BLOB || found.type() % 2 == 1) {
      throw record.wrong("has no bytes in column " + (column + 1) + " of a row");
    }
    return found.value();
  }

  private Column column(int column) {
    if (column >= columns.size()) {
      throw record.wrong(
          "has a row of "
              + columns.size()
              + " columns, where at least "
              + (column + 1)
              + " must be");
    }
    return columns.get(column);
  }
}
