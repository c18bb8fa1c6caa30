package org.seatrial.image.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatrial.check.InspectionException;

class RpmHeaderTest {

  private static final int STRING = 6;
  private static final byte[] DATA =
      "curl\0\0\0\0\0\0\0\7\0\0\0\1\0\0\0\0".getBytes(StandardCharsets.UTF_8);

  @Test
  void reads_texts_and_numbers() {
    ByteBuffer header = header(3, DATA.length);
    entry(header, RpmHeader.NAME, STRING, 0);
    entry(header, RpmHeader.EPOCH, 4, 8);
    entry(header, RpmHeader.LONG_SIZE, 5, 12);
    RpmHeader read = parse(header.put(DATA));
    assertThat(read.text(RpmHeader.NAME)).isEqualTo("curl");
    assertThat(read.number(RpmHeader.EPOCH)).hasValue(7);
    assertThat(read.number(RpmHeader.LONG_SIZE)).hasValue(1L << 32);
    assertThat(read.text(RpmHeader.VERSION)).isEmpty();
    assertThat(read.number(RpmHeader.SIZE)).isEmpty();
  }

  @Test
  void does_not_take_a_number_for_a_text() {
    ByteBuffer header = header(1, DATA.length);
    entry(header, RpmHeader.NAME, 4, 0);
    assertThat(parse(header.put(DATA)).text(RpmHeader.NAME)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2147483647,0", "-1,0", "0,2147483647", "0,-1", "-1,-1", "2,0", "1,100"})
  void refuses_counts_that_the_bytes_cannot_hold(int entries, int bytes) {
    ByteBuffer header = ByteBuffer.allocate(8 + 16).putInt(entries).putInt(bytes);
    assertThatThrownBy(() -> parse(header))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith("db: needs bytes ");
  }

  @ParameterizedTest
  @CsvSource({"20", "2147483647", "-1", "-20"})
  void refuses_an_offset_outside_of_the_data(int offset) {
    ByteBuffer header = header(1, DATA.length);
    entry(header, RpmHeader.NAME, STRING, offset);
    RpmHeader read = parse(header.put(DATA));
    assertThatThrownBy(() -> read.text(RpmHeader.NAME)).isInstanceOf(InspectionException.class);
  }

  @Test
  void refuses_a_text_without_an_end() {
    ByteBuffer header = header(1, 4);
    entry(header, RpmHeader.NAME, STRING, 0);
    RpmHeader read = parse(header.put(DATA, 0, 4));
    assertThatThrownBy(() -> read.text(RpmHeader.NAME)).isInstanceOf(InspectionException.class);
  }

  private static ByteBuffer header(int entries, int bytes) {
    return ByteBuffer.allocate(8 + 16 * entries + bytes).putInt(entries).putInt(bytes);
  }

  private static void entry(ByteBuffer header, int tag, int type, int offset) {
    header.putInt(tag).putInt(type).putInt(offset).putInt(1);
  }

  private static RpmHeader parse(ByteBuffer header) {
    byte[] bytes = new byte[header.capacity()];
    header.rewind().get(bytes);
    return RpmHeader.parse(Bytes.of("db", bytes));
  }
}
