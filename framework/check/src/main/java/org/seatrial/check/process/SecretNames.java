package org.seatrial.check.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.seatrial.check.Printable;

/** Tells by a name whether the value beside it may be a secret, which no report shows. */
final class SecretNames {

  private static final String HIDDEN = "(not shown)";

  private SecretNames() {}

  static boolean contains(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return Stream.of("PASS", "SECRET", "TOKEN", "KEY", "CREDENTIAL").anyMatch(upper::contains);
  }

  /** Return the value, unless its name tells of a secret. */
  static String shown(String name, String value) {
    return contains(name) ? HIDDEN : value;
  }

  /**
   * Return a command line as it may be shown: the value is left out of {@code --password=x}, and
   * all of the argument that follows a bare {@code --password}.
   */
  static String commandLine(List<String> arguments) {
    List<String> shown = new ArrayList<>();
    boolean hidden = false;
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      boolean named = contains(equals < 0 ? argument : argument.substring(0, equals));
      if (hidden && !argument.startsWith("-")) {
        shown.add(HIDDEN);
      } else {
        shown.add(
            Printable.quoted(
                named && equals > 0 ? argument.substring(0, equals + 1) + HIDDEN : argument));
      }
      hidden = named && equals < 0 && argument.startsWith("-");
    }
    return "[" + String.join(", ", shown) + "]";
  }
}
