package org.seatrial.image.tar;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A name as an archive has it: bytes, mostly UTF-8. As text, each byte that is no valid UTF-8 is a
 * lone low surrogate, U+DC80 to U+DCFF, so that different names never become the same text.
 */
public final class RawText {

  /** The name without a byte. */
  public static final RawText EMPTY = new RawText(new byte[0]);

  private final byte[] bytes;

  /** Take the array as it is; the caller must not change it any more. */
  RawText(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Return the bytes that this text stands for; {@code of(text).toString()} is the text again. */
  public static RawText of(String text) {
    return new RawText(encode(text));
  }

  /** Return the number of bytes. */
  public int length() {
    return bytes.length;
  }

  /** Copy all bytes into the array, from this offset on. */
  public void copyTo(byte[] into, int offset) {
    System.arraycopy(bytes, 0, into, offset, bytes.length);
  }

  byte at(int index) {
    return bytes[index];
  }

  /** Return the text of some bytes. */
  public static String decode(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] < 0) {
        return decodeAny(ByteBuffer.wrap(bytes, offset, length));
      }
    }
    return new String(bytes, offset, length, StandardCharsets.US_ASCII);
  }

  /** Return the bytes of a text, the opposite of {@link #decode}. */
  public static byte[] encode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return encodeAny(text);
      }
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String decodeAny(ByteBuffer from) {
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

  private static byte[] encodeAny(String text) {
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

  @Override
  public boolean equals(Object other) {
    return other instanceof RawText text && Arrays.equals(bytes, text.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Return the text. */
  @Override
  public String toString() {
    return decode(bytes, 0, bytes.length);
  }
}
