package org.seatrial.check.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The content of a file. Immutable; equal to another of the same bytes. */
public final class FileContent {

  private final byte[] bytes;

  private FileContent(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Return a content of these bytes; the array is copied. */
  public static FileContent of(byte[] bytes) {
    return new FileContent(bytes.clone());
  }

  /** Return a content of this text in UTF-8. */
  public static FileContent of(String text) {
    return new FileContent(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Return a copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Return the number of bytes. */
  public int size() {
    return bytes.length;
  }

  /** Return the bytes as UTF-8 text; what is no valid UTF-8 becomes U+FFFD. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Return the lines of the text, without line ends; a last line without an end counts. */
  public List<String> lines() {
    return text().lines().toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FileContent content && Arrays.equals(bytes, content.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "FileContent[" + bytes.length + " bytes]";
  }
}
