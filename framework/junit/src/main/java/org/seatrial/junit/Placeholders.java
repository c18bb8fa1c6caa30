package org.seatrial.junit;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fills {@code ${name}} and {@code ${name:-default}} in an annotation's text. */
record Placeholders(
    Function<String, Optional<String>> parameters, Function<String, @Nullable String> environment) {

  /**
   * Return the text with every placeholder filled.
   *
   * @throws IllegalArgumentException when a name has no value and no default, or a brace is not
   *     closed
   */
  String fill(String text) {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", at)) {
      int end = text.indexOf('}', start);
      if (end < 0) {
        throw new IllegalArgumentException("\"" + text + "\" must close the brace of ${");
      }
      filled.append(text, at, start).append(value(text.substring(start + 2, end), text));
      at = end + 1;
    }
    return filled.append(text.substring(at)).toString();
  }

  private String value(String placeholder, String text) {
    int separator = placeholder.indexOf(":-");
    String name = separator < 0 ? placeholder : placeholder.substring(0, separator);
    return parameters
        .apply(name)
        .or(() -> Optional.ofNullable(environment.apply(name)))
        .or(
            () ->
                separator < 0
                    ? Optional.empty()
                    : Optional.of(placeholder.substring(separator + 2)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\""
                        + text
                        + "\" needs a value for "
                        + name
                        + ": set a system property or an"
                        + " environment variable, or write ${"
                        + name
                        + ":-default}"));
  }
}
