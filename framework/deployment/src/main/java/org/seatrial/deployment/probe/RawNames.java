package org.seatrial.deployment.probe;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Names of files as bytes and as text: each byte that is no valid UTF-8 is a lone low surrogate,
 * U+DC80 to U+DCFF, so that different names never become the same text.
 */
final class RawNames {

  private RawNames() {}

  /** Return the text of some bytes. */
  static String decode(byte[] bytes, int start, int end) {
    ByteBuffer from = ByteBuffer.wrap(bytes, start, end - start);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(from.remaining());
    for (CoderResult result = decoder.decode(from, text, true);
        result.isError();
        result = decoder.decode(from, text, true)) {
      for (int i = 0; i < result.length(); i++) {
        text.put((char) (0xDC00 | (from.get() & 0xff)));
      }
    }
    return text.flip().toString();
  }

  /** Return the text of all these bytes. */
  static String decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }

  /** Return the bytes of a text, the opposite of {@link #decode}. */
  static byte[] encode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (point >= 0xDC80 && point <= 0xDCFF) {
        bytes.write(point & 0xff);
      } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        // Stands for nothing; these bytes are never decoded to it, so that it equals no name.
        bytes.write(0xE0 | (point >> 12));
        bytes.write(0x80 | ((point >> 6) & 0x3f));
        bytes.write(0x80 | (point & 0x3f));
      } else {
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
      }
      i += Character.charCount(point);
    }
    return bytes.toByteArray();
  }
}
