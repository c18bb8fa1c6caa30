package org.seatrial.junit;

import java.util.Optional;
import org.seatrial.check.Printable;

/**
 * Fills {@code ${name}} and {@code ${name:-default}} in an annotation's text. What is set to
 * nothing is not set, as in a shell.
 */
record Placeholders(Settings settings) {

  private static final String DEFAULT = ":-";

  /**
   * Return the text with every placeholder filled.
   *
   * @throws IllegalArgumentException when a name is empty, has no value and no default, or a brace
   *     is not closed
   */
  String fill(String text) {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", at)) {
      int end = text.indexOf('}', start);
      if (end < 0) {
        throw new IllegalArgumentException(
            Printable.quoted(text) + " must close the brace of its last ${");
      }
      filled.append(text, at, start).append(value(text.substring(start + 2, end), text));
      at = end + 1;
    }
    return filled.append(text.substring(at)).toString();
  }

  private String value(String placeholder, String text) {
    int separator = placeholder.indexOf(DEFAULT);
    String name = separator < 0 ? placeholder : placeholder.substring(0, separator);
    if (name.isBlank()) {
      throw new IllegalArgumentException(Printable.quoted(text) + " must say a name after ${");
    }
    return settings
        .parameter(name)
        .filter(value -> !value.isEmpty())
        .or(() -> settings.variable(name))
        .or(
            () ->
                separator < 0
                    ? Optional.empty()
                    : Optional.of(placeholder.substring(separator + DEFAULT.length())))
        .orElseThrow(() -> new IllegalArgumentException(missing(name, text)));
  }

  private static String missing(String name, String text) {
    return Printable.quoted(text)
        + " needs a value for "
        + Printable.quoted(name)
        + ": set a system property, a configuration parameter of JUnit or an environment variable"
        + " of that name, or write a default, such as ${"
        + Printable.of(name)
        + ":-docker:shop/cart:1.4}";
  }
}
