package org.seatrial.check.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Printable;

/**
 * The lines of {@code /etc/passwd} or {@code /etc/group}, read as the C library does: a line ends
 * at a line feed and nowhere else, so that a carriage return is part of the last field.
 */
final class AccountFile {

  /** The most lines that are read; an image with more is not what it seems. */
  static final int LINES = 100_000;

  /** How many malformed lines are kept. */
  static final int MALFORMED = 100;

  private final String path;
  private final String text;

  AccountFile(String path, String text) {
    this.path = path;
    this.text = text;
  }

  /**
   * Read the entries.
   *
   * @param fields the most fields that an entry may have
   * @param read returns an entry, or nothing when the C library would skip the line
   * @param malformed takes the lines that could not be read
   */
  <T> List<T> entries(int fields, Function<String[], Optional<T>> read, List<String> malformed) {
    List<T> entries = new ArrayList<>();
    int number = 0;
    for (int start = 0; start < text.length(); ) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed;
      if (++number > LINES) {
        throw new InspectionException(path + " has more than " + LINES + " lines");
      }
      String line = text.substring(start, end);
      if (!line.isBlank() && !line.startsWith("#")) {
        // One field more than allowed holds all the rest, so that it is seen but not taken apart.
        Optional<T> entry =
            isEntry(line) ? read.apply(line.split(":", fields + 1)) : Optional.empty();
        entry.ifPresent(entries::add);
        if (entry.isEmpty() && malformed.size() < MALFORMED) {
          malformed.add(path + " line " + number + ": " + Printable.of(line, 200));
        }
      }
      start = end + 1;
    }
    return entries;
  }

  /** Tell whether a line has a name that is not the mark of a NIS entry. */
  private static boolean isEntry(String line) {
    return ":+-".indexOf(line.charAt(0)) < 0;
  }

  /** Return a user or group id, if it is a decimal number that can be one. */
  static OptionalLong id(String digits) {
    boolean number = !digits.isEmpty() && digits.length() <= 10;
    for (int i = 0; i < digits.length(); i++) {
      number &= digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    return number ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
  }
}
