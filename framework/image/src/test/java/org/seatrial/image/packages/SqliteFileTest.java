package org.seatrial.image.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.InspectionException;

class SqliteFileTest {

  private static final byte[] DEEP = Fixtures.unzipped("deep.sqlite.gz");

  @Test
  void reads_every_row_of_a_deep_tree_with_overflow_pages() {
    List<String> expected =
        IntStream.rangeClosed(1, 3_000)
            .filter(i -> i % 7 != 0)
            .mapToObj(i -> cube(i - 1_500) + " " + "0".repeat(i * 37 % 1_000) + " ")
            .toList();
    assertThat(rows(DEEP, "notes", r -> r.number(1) + " " + r.text(2) + " " + r.text(3)))
        .isEqualTo(expected);
  }

  @Test
  void reads_pages_of_64_KiB_with_rows_at_the_edge_of_a_page() {
    assertThat(rows(Fixtures.unzipped("wide.sqlite.gz"), "blobs", r -> "" + r.blob(1).size()))
        .containsExactly("0", "65498", "65499", "65500", "70000", "200000", "2", "1");
  }

  @Test
  void reads_a_table_without_rows() {
    assertThat(rows(DEEP, "empty", r -> "row")).isEmpty();
  }

  @Test
  void says_that_a_table_is_missing() {
    assertRefused(DEEP, "people", "has no table people");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 256, 511, 513, 1023, 65535})
  void refuses_pages_of_odd_sizes(int size) {
    assertRefused(
        changed(b -> b.putShort(16, (short) size)),
        "notes",
        "has pages of " + size + " bytes, which SQLite does not know");
  }

  @ParameterizedTest
  @CsvSource({
    "19, 3,   is of read version 3; only 1 and 2 are known",
    "20, 255, leaves only 257 bytes of each page in use",
    "59, 2,   has texts of encoding 2; only UTF-8 is read",
    "0,  115, is no SQLite 3 database",
  })
  void refuses_headers_that_it_cannot_read(int at, int value, String reason) {
    assertRefused(changed(b -> b.put(at, (byte) value)), "notes", reason);
  }

  @Test
  void refuses_a_tree_that_leads_back_to_itself() {
    int root = root("notes");
    // The rightmost child of the root is the root.
    assertRefused(
        changed(b -> b.putInt((root - 1) * 512 + 8, root)),
        "notes",
        "reaches page " + root + " twice");
  }

  @Test
  void refuses_two_cells_that_share_a_child() {
    int root = root("notes");
    byte[] changed =
        changed(
            b -> {
              int page = (root - 1) * 512;
              b.putShort(page + 14, b.getShort(page + 12));
            });
    assertThatThrownBy(() -> rows(changed, "notes", r -> ""))
        .isInstanceOf(InspectionException.class)
        .hasMessageContaining(" twice");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void refuses_a_child_that_is_no_page(int child) {
    int root = root("notes");
    assertRefused(
        changed(b -> b.putInt((root - 1) * 512 + 8, child)),
        "notes",
        "points to page " + Integer.toUnsignedLong(child) + " of " + DEEP.length / 512);
  }

  @Test
  void refuses_a_page_of_an_index() {
    int root = root("notes");
    assertRefused(
        changed(b -> b.put((root - 1) * 512, (byte) 2)),
        "notes",
        "page " + root + " is of kind 2, not of a table's tree");
  }

  @Test
  void refuses_more_levels_than_sqlite_has() {
    // Each page leads to the next one only.
    ByteBuffer chain = empty(64);
    for (int page = 2; page < 64; page++) {
      chain.put((page - 1) * 512, (byte) 5).putInt((page - 1) * 512 + 8, page + 1);
    }
    assertRefused(bytes(chain), "t", "has a tree of more than 20 levels");
  }

  @Test
  void refuses_overflow_pages_that_lead_back() {
    // A row of 1,700 bytes, of which page 3 follows itself.
    ByteBuffer looping = empty(16);
    row(looping, 1_700, 3);
    looping.putInt(2 * 512, 3);
    assertRefused(bytes(looping), "t", "reaches page 3 twice");
  }

  @Test
  void refuses_rows_that_together_are_larger_than_the_file() {
    // All 22 cells are the same 400 bytes: a small file that would be read as a large one.
    ByteBuffer overlapping = empty(16);
    row(overlapping, 400, 0);
    overlapping.putShort(512 + 3, (short) 22);
    for (int i = 0; i < 22; i++) {
      overlapping.putShort(512 + 8 + 2 * i, (short) 60);
    }
    assertRefused(
        bytes(overlapping), "t", "says that a row has 400 bytes, more than the file can hold");
  }

  @Test
  void refuses_rows_of_negative_or_huge_size() {
    for (int first : List.of(0xff, 0x8f)) {
      ByteBuffer huge = empty(16);
      row(huge, 1, 0);
      for (int i = 0; i < 9; i++) {
        huge.put(512 + 60 + i, (byte) first);
      }
      assertThatThrownBy(() -> rows(bytes(huge), "t", r -> ""))
          .isInstanceOf(InspectionException.class)
          .hasMessageContaining("more than the file can hold");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0a, 'has a value of type 10, which SQLite does not know'",
    "0b, 'has a value of type 11, which SQLite does not know'",
    "7f, 'needs bytes 2 to 59 of a part of 4 bytes; the file is damaged or cut off'",
  })
  void refuses_values_of_unknown_types_and_sizes(String type, String reason) {
    ByteBuffer odd = empty(16);
    row(odd, 4, 0);
    odd.put(512 + 62, (byte) 2).put(512 + 63, (byte) Integer.parseInt(type, 16));
    assertRefused(bytes(odd), "t", reason);
  }

  @Test
  void refuses_a_row_of_too_many_columns_or_too_few() {
    ByteBuffer many = empty(16);
    row(many, 300, 0);
    // A header of 300 bytes, all of them of type NULL.
    many.put(512 + 63, (byte) 0x82).put(512 + 64, (byte) 0x2c);
    assertRefused(bytes(many), "t", "has a row of more than 100 columns");
    ByteBuffer few = empty(16);
    row(few, 1, 0);
    few.put(512 + 62, (byte) 1);
    assertThatThrownBy(() -> rows(bytes(few), "t", r -> r.text(0)))
        .hasMessage("db: has a row of 0 columns, where at least 1 must be");
  }

  @ParameterizedTest
  @CsvSource({
    "00, 0, 1",
    "7f, 127, 1",
    "8100, 128, 2",
    "ff7f, 16383, 2",
    "bfffffffffffffffff, 9223372036854775807, 9",
    "ffffffffffffffffff, -1, 9",
    "8080808080808080ff, 255, 9",
  })
  void reads_numbers_of_variable_length(String hex, long value, int length) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThat(Varint.at(Bytes.of("db", bytes), 0)).isEqualTo(new Varint(value, length));
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);
    assertThatThrownBy(() -> Varint.at(Bytes.of("db", cut), 0))
        .isInstanceOf(InspectionException.class);
  }

  /** Return a database of pages of 512 bytes with a table t, whose root is page 2. */
  private static ByteBuffer empty(int pages) {
    ByteBuffer file = ByteBuffer.allocate(pages * 512);
    file.put("SQLite format 3\0".getBytes(StandardCharsets.UTF_8)).putShort((short) 512);
    file.put(18, (byte) 1).put(19, (byte) 1).putInt(28, pages).putInt(56, 1);
    // Page 1: one cell with the columns table, t, t, 2, and no statement.
    byte[] record = {6, 23, 15, 15, 1, 0, 't', 'a', 'b', 'l', 'e', 't', 't', 2};
    file.put(100, (byte) 13).putShort(103, (short) 1).putShort(108, (short) 200);
    file.put(200, (byte) record.length).put(201, (byte) 1).put(202, record);
    file.put(512, (byte) 13);
    return file;
  }

  /** Put one row of this many zero bytes into page 2, its first overflow page being the other. */
  private static void row(ByteBuffer file, int size, int overflow) {
    file.putShort(512 + 3, (short) 1).putShort(512 + 8, (short) 60);
    int at = 512 + 60;
    if (size < 128) {
      file.put(at, (byte) size).put(at + 1, (byte) 1);
    } else {
      file.put(at, (byte) (0x80 | (size >> 7)))
          .put(at + 1, (byte) (size & 0x7f))
          .put(at + 2, (byte) 1);
    }
    if (overflow > 0) {
      int least = (512 - 12) * 32 / 255 - 23;
      int even = least + (size - least) % 508;
      file.putInt(at + 3 + (even <= 477 ? even : least), overflow);
    }
  }

  private static byte[] bytes(ByteBuffer file) {
    byte[] bytes = new byte[file.capacity()];
    file.rewind().get(bytes);
    return bytes;
  }

  private static byte[] changed(Consumer<ByteBuffer> change) {
    byte[] copy = DEEP.clone();
    change.accept(ByteBuffer.wrap(copy));
    return copy;
  }

  /** Return the root page of a table of the deep database. */
  private static int root(String table) {
    List<String> roots =
        rows(DEEP, "sqlite_schema", r -> r.text(1).equals(table) ? "" + r.number(3) : "");
    roots.removeIf(String::isEmpty);
    return Integer.parseInt(roots.get(0));
  }

  private static void assertRefused(byte[] file, String table, String reason) {
    assertThatThrownBy(() -> rows(file, table, r -> ""))
        .isInstanceOf(InspectionException.class)
        .hasMessage("db: " + reason);
  }

  private static List<String> rows(byte[] file, String table, Function<SqliteRow, String> shown) {
    List<String> rows = new ArrayList<>();
    SqliteFile.open("db", file).rows(table, row -> rows.add(shown.apply(row)));
    return rows;
  }

  private static long cube(long number) {
    return number * number * number;
  }
}
