package org.seatrial.check.value;

import org.seatrial.check.InspectionException;
import org.seatrial.check.Printable;

/** A position in the text of a JSON document, and what can be read there. */
final class JsonCursor {

  /** What {@link #peek} returns behind the last character; in JSON it must be escaped. */
  private static final char END = '\0';

  private final String document;
  private final String text;
  private int at;
  private int line = 1;
  private int lineStart;

  JsonCursor(String document, String text) {
    this.document = document;
    this.text = text;
  }

  boolean atEnd() {
    return at == text.length();
  }

  /** Return the next character, or {@link #END}. */
  char peek() {
    return atEnd() ? END : text.charAt(at);
  }

  void skip() {
    at++;
  }

  int line() {
    return line;
  }

  int column() {
    return at - lineStart + 1;
  }

  int position() {
    return at;
  }

  /** Return to an earlier position in this line, for a message. */
  void back(int position) {
    at = position;
  }

  void skipSpace() {
    for (; !atEnd(); at++) {
      char c = text.charAt(at);
      if (c == '\n') {
        line++;
        lineStart = at + 1;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        return;
      }
    }
  }

  void require(char wanted) {
    if (peek() != wanted || atEnd()) {
      throw refused("must be '" + wanted + "', but was " + shown());
    }
    at++;
  }

  /** Return what could be a number or a literal; it is not passed. */
  String word() {
    int end = at;
    while (end < text.length() && isOfWords(text.charAt(end))) {
      end++;
    }
    return text.substring(at, end);
  }

  void pass(String word) {
    at += word.length();
  }

  private static boolean isOfWords(char c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0;
  }

  /** Read a text in quotes. */
  String string() {
    at++;
    StringBuilder read = null;
    int from = at;
    while (true) {
      char c = stringCharacter();
      if (c == '"') {
        String last = text.substring(from, at - 1);
        return wellFormed(read == null ? last : read.append(last).toString());
      }
      if (c == '\\') {
        read = read == null ? new StringBuilder() : read;
        read.append(text, from, at - 1).append(escaped());
        from = at;
      }
    }
  }

  private char stringCharacter() {
    if (atEnd()) {
      throw refused("must be '\"', but was the end");
    }
    char c = text.charAt(at);
    if (c < ' ') {
      throw refused("must be escaped within text: " + shown());
    }
    at++;
    return c;
  }

  private char escaped() {
    char c = stringCharacter();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> {
        at--;
        throw refused("must be a character that can be escaped, but was " + shown());
      }
    };
  }

  private char unicode() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      char c = peek();
      // Character.digit takes digits of other scripts too.
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw refused("must be a hexadecimal digit, but was " + shown());
      }
      value = value * 16 + digit;
      at++;
    }
    return (char) value;
  }

  /** Replace surrogates without a partner, which JSON can escape and no text can hold. */
  private static String wellFormed(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isSurrogatePair(c, i + 1 < text.length() ? text.charAt(i + 1) : 'x')) {
        i++;
      } else {
        mended = mended == null ? new StringBuilder(text) : mended;
        mended.setCharAt(i, '\uFFFD');
      }
    }
    return mended == null ? text : mended.toString();
  }

  /** Return the next character for a message. */
  String shown() {
    return atEnd() ? "the end" : "'" + Printable.of(Character.toString(text.codePointAt(at))) + "'";
  }

  InspectionException refused(String reason) {
    return new InspectionException(
        document + ", line " + line + ", column " + column() + ": " + reason);
  }
}
