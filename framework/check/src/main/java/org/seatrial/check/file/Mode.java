package org.seatrial.check.file;

import java.util.ArrayList;
import java.util.List;

/**
 * The permission bits of a file, with setuid, setgid and sticky (POSIX {@code mode_t & 07777}).
 *
 * @param bits 0 to 07777
 */
public record Mode(int bits) {

  /** The setuid bit. */
  public static final int SETUID = 04000;

  /** The setgid bit. */
  public static final int SETGID = 02000;

  /** The sticky bit. */
  public static final int STICKY = 01000;

  public Mode {
    if (bits < 0 || bits > 07777) {
      throw new IllegalArgumentException("mode must be 0 to 07777, but was " + bits);
    }
  }

  /**
   * Read a mode in octal: {@code 644}, {@code 0644}, {@code 4755}, {@code 0o644}.
   *
   * @throws IllegalArgumentException when it is not an octal number up to 7777
   */
  public static Mode parse(String octal) {
    String digits = octal.startsWith("0o") ? octal.substring(2) : octal;
    boolean valid = !digits.isEmpty() && digits.length() <= 5;
    for (int i = 0; i < digits.length(); i++) {
      valid &= digits.charAt(i) >= '0' && digits.charAt(i) <= '7';
    }
    if (!valid || Integer.parseInt(digits, 8) > 07777) {
      throw new IllegalArgumentException(
          "mode must be octal, such as 0644, but was \"" + octal + "\"");
    }
    return new Mode(Integer.parseInt(digits, 8));
  }

  /** Tell whether all of these bits are set. */
  public boolean has(int mask) {
    return (bits & mask) == mask;
  }

  /** Return the bits that are set here and not there: what this mode permits beyond the other. */
  public Mode beyond(Mode other) {
    return new Mode(bits & ~other.bits);
  }

  /**
   * Return the bits in words, such as {@code group write, others read}; {@code none} without any.
   */
  public String inWords() {
    List<String> words = new ArrayList<>();
    String[] special = {"setuid", "setgid", "sticky"};
    for (int i = 0; i < 3; i++) {
      if (has(SETUID >> i)) {
        words.add(special[i]);
      }
    }
    String[] who = {"owner", "group", "others"};
    String[] what = {"read", "write", "execute"};
    for (int i = 0; i < 9; i++) {
      if (has(0400 >> i)) {
        words.add(who[i / 3] + " " + what[i % 3]);
      }
    }
    return words.isEmpty() ? "none" : String.join(", ", words);
  }

  /** Return four octal digits, such as {@code 0644}. */
  @Override
  public String toString() {
    // Every judged mode is shown: a formatter would cost more than all the rest of judging.
    return new String(new char[] {digit(9), digit(6), digit(3), digit(0)});
  }

  private char digit(int shift) {
    return (char) ('0' + (bits >> shift & 7));
  }
}
