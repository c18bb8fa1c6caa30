package org.seatrial.image.packages;

import java.nio.charset.StandardCharsets;
import org.seatrial.check.InspectionException;

/** Goes through the lines of a file of bytes; only what is asked for becomes text. */
final class TextLines {

  private final String path;
  private final byte[] content;
  private int start;
  private int end = -1;
  private int number;

  TextLines(String path, byte[] content) {
    this.path = path;
    this.content = content;
  }

  /** Go to the next line; return whether there is one. */
  boolean next() {
    start = end + 1;
    if (start >= content.length) {
      return false;
    }
    end = start;
    while (end < content.length && content[end] != '\n') {
      end++;
    }
    number++;
    return true;
  }

  boolean isBlank() {
    return start == end;
  }

  /** Tell whether the line goes on with the field of the line before. */
  boolean isFolded() {
    return !isBlank() && (content[start] == ' ' || content[start] == '\t');
  }

  /** Tell whether the file ends in this line, without a line end. */
  boolean isCutOff() {
    return end == content.length;
  }

  /** Return the number of the line, the first being 1. */
  int number() {
    return number;
  }

  /** Return where the first colon of the line is, counted from its start; -1 without one. */
  int colon() {
    for (int i = start; i < end; i++) {
      if (content[i] == ':') {
        return i - start;
      }
    }
    return -1;
  }

  /** Return a part of the line as UTF-8 text, blanks around it removed. */
  String text(int from, int to) {
    return new String(content, start + from, to - from, StandardCharsets.UTF_8).strip();
  }

  /** Return the line from here on as UTF-8 text, blanks around it removed. */
  String text(int from) {
    return text(from, end - start);
  }

  /** Return the exception that something is wrong with this line. */
  InspectionException wrong(String reason) {
    return wrongAt(number, reason);
  }

  /** Return the exception that something is wrong with the line of this number. */
  InspectionException wrongAt(int line, String reason) {
    return new InspectionException(path + ":" + line + ": " + reason);
  }
}
