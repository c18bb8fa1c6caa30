package org.seatrial.check.file;

import java.util.List;
import org.seatrial.check.Printable;

/** What is shown of a file's content: enough to see why, never the whole. */
final class Excerpt {

  /** The most characters that are shown of a line, or of the beginning of a file. */
  private static final int LENGTH = 200;

  private Excerpt() {}

  /** Return the part of the content that tells most. */
  static String of(TextSource source, FileContent content) {
    String text = content.text();
    return source.grows() ? end(content, text) : beginning(content, text);
  }

  /** Return the size of the content and its beginning: {@code 12 bytes: "ssl = on\n…"}. */
  private static String beginning(FileContent content, String text) {
    return content.size() + " bytes: " + quoted(text);
  }

  /** Return the number of lines and their end: {@code 812 lines, the end: "ready\n"}. */
  private static String end(FileContent content, String text) {
    int start = Math.max(0, text.length() - LENGTH);
    int cut = start < text.length() && Character.isLowSurrogate(text.charAt(start)) ? 1 : 0;
    int lines = content.lines().size();
    return lines
        + (lines == 1 ? " line" : " lines")
        + (start > 0 ? ", the end: " : ": ")
        + Printable.quoted(text.substring(start + cut));
  }

  /** Return the line that this offset of the text is in: {@code line 3: "ssl = on"}. */
  static String lineAt(String text, int offset) {
    int start = text.lastIndexOf('\n', offset - 1) + 1;
    int end = text.indexOf('\n', offset);
    long number = text.chars().limit(start).filter(c -> c == '\n').count() + 1;
    return "line " + number + ": " + quoted(text.substring(start, end < 0 ? text.length() : end));
  }

  /** Return one of the lines: {@code line 3: "ssl = on"}. */
  static String line(List<String> lines, int index) {
    return "line " + (index + 1) + ": " + quoted(lines.get(index));
  }

  /** Return where the text begins to differ from the other one, which is not equal to it. */
  static String difference(String text, String other) {
    int same = 0;
    while (same < Math.min(text.length(), other.length())
        && text.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same == text.length() ? "it ends too early" : "it differs in " + lineAt(text, same);
  }

  /** Return the beginning of the text in quotes. */
  static String quoted(String text) {
    return Printable.quoted(Printable.of(text, LENGTH));
  }
}
