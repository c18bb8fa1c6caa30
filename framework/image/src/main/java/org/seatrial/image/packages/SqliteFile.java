package org.seatrial.image.packages;

import java.util.BitSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Reads the rows of tables from a SQLite 3 database, following the description of its file format,
 * as hostile input: no page is read twice, rows together hold no more bytes than the file, and
 * trees are no deeper than SQLite's own. Indexes, a write-ahead log and free pages are not looked
 * at.
 */
final class SqliteFile {

  private static final String MAGIC = "SQLite format 3\0";
  private static final int HEADER = 100;
  private static final int INTERIOR = 0x05;
  private static final int LEAF = 0x0d;
  private static final int UTF_8 = 1;

  /** As deep as SQLite itself goes. */
  private static final int DEPTH = 20;

  private final Bytes file;
  private final int pageSize;
  private final int usable;
  private final int pages;

  private SqliteFile(Bytes file) {
    this.file = file;
    int size = file.u16(16);
    this.pageSize = size == 1 ? 1 << 16 : size;
    if (pageSize < 512 || Integer.bitCount(pageSize) != 1) {
      throw file.wrong("has pages of " + pageSize + " bytes, which SQLite does not know");
    }
    this.usable = pageSize - file.u8(20);
    if (usable < 480) {
      throw file.wrong("leaves only " + usable + " bytes of each page in use");
    }
    this.pages = file.size() / pageSize;
  }

  /** Open a database from its bytes, which are not copied. */
  static SqliteFile open(String path, byte[] content) {
    Bytes file = Bytes.of(path, content);
    if (content.length < HEADER || !file.slice(0, MAGIC.length()).text().equals(MAGIC)) {
      throw file.wrong("is no SQLite 3 database");
    }
    SqliteFile opened = new SqliteFile(file);
    opened.requireReadable();
    return opened;
  }

  private void requireReadable() {
    if (file.u8(19) > 2) {
      throw file.wrong("is of read version " + file.u8(19) + "; only 1 and 2 are known");
    }
    long encoding = file.u32(56);
    if (encoding != UTF_8) {
      throw file.wrong("has texts of encoding " + encoding + "; only UTF-8 is read");
    }
    // The count is to be trusted only when the file was last changed by a SQLite that keeps it.
    boolean counted = file.u32(24) == file.u32(92);
    if (file.size() % pageSize != 0 || (counted && file.u32(28) > pages)) {
      throw file.wrong(
          "is cut off: "
              + file.size()
              + " bytes, where its header says "
              + file.u32(28)
              + " pages of "
              + pageSize
              + " bytes");
    }
  }

  /**
   * Give every row of this table, which may be {@code sqlite_schema}, to the consumer, in the order
   * of row numbers.
   */
  void rows(String table, Consumer<SqliteRow> consumer) {
    long root = table.equals("sqlite_schema") ? 1 : root(table);
    if (root == 0) {
      throw file.wrong("has no table " + table);
    }
    new Walk(consumer).tree(root, 0);
  }

  /** Return the page at which the tree of the table starts, 0 when there is no such table. */
  private long root(String table) {
    long[] root = {0};
    new Walk(
            row -> {
              // The columns of the schema: type, name, table, root page, statement.
              if (row.text(0).equals("table") && row.text(1).equals(table)) {
                root[0] = row.number(3);
              }
            })
        .tree(1, 0);
    return root[0];
  }

  /** One walk through one tree. */
  private final class Walk {

    private final Consumer<SqliteRow> consumer;
    private final BitSet seen = new BitSet();
    private long payload;

    Walk(Consumer<SqliteRow> consumer) {
      this.consumer = consumer;
    }

    void tree(long number, int depth) {
      if (depth > DEPTH) {
        throw file.wrong("has a tree of more than " + DEPTH + " levels");
      }
      Bytes page = page(number);
      int header = number == 1 ? HEADER : 0;
      int kind = page.u8(header);
      if (kind == LEAF) {
        cells(page, header, 8, at -> row(page, at));
      } else if (kind == INTERIOR) {
        cells(page, header, 12, at -> tree(page.u32(at), depth + 1));
        tree(page.u32(header + 8), depth + 1);
      } else {
        throw file.wrong("page " + number + " is of kind " + kind + ", not of a table's tree");
      }
    }

    /** Visit each cell of a page, whose pointers follow its header of this length. */
    private void cells(Bytes page, int header, int length, LongConsumer visit) {
      int count = page.u16(header + 3);
      for (int i = 0; i < count; i++) {
        visit.accept(page.u16(header + length + 2L * i));
      }
    }

    private Bytes page(long number) {
      if (number < 1 || number > pages) {
        throw file.wrong("points to page " + number + " of " + pages);
      }
      if (seen.get((int) number)) {
        throw file.wrong("reaches page " + number + " twice");
      }
      seen.set((int) number);
      return file.slice((number - 1) * pageSize, usable);
    }

    private void row(Bytes page, long cell) {
      Varint size = Varint.at(page, cell);
      Varint rowNumber = Varint.at(page, size.end());
      long length = size.value();
      payload += Math.max(length, 0);
      if (length < 0 || length > file.size() || payload > file.size()) {
        throw file.wrong("says that a row has " + length + " bytes, more than the file can hold");
      }
      int local = local((int) length);
      Bytes start = page.slice(rowNumber.end(), local);
      consumer.accept(
          SqliteRow.of(
              local == length
                  ? start
                  : overflowing(start, (int) length, page.u32(rowNumber.end() + local))));
    }

    /** Return how many bytes of a row are in the page itself; the rest is in overflow pages. */
    private int local(int length) {
      if (length <= usable - 35) {
        return length;
      }
      int least = (usable - 12) * 32 / 255 - 23;
      int even = least + (length - least) % (usable - 4);
      return even <= usable - 35 ? even : least;
    }

    private Bytes overflowing(Bytes start, int length, long firstPage) {
      byte[] whole = new byte[length];
      start.copyTo(whole, 0);
      int filled = start.size();
      long next = firstPage;
      while (filled < length) {
        Bytes page = page(next);
        int taken = Math.min(length - filled, usable - 4);
        page.slice(4, taken).copyTo(whole, filled);
        filled += taken;
        next = page.u32(0);
      }
      return file.assembled(whole);
    }
  }
}
