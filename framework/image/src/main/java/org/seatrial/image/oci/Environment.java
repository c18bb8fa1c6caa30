package org.seatrial.image.oci;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The environment variables that an image sets, as its config lists them: {@code NAME=value}.
 * Entries that are no variable are kept, for checks to find. Where a name is there twice, the last
 * one wins, as for the process.
 *
 * @param entries in the config's order, as written
 */
public record Environment(List<String> entries) {

  public Environment {
    entries = List.copyOf(entries);
  }

  /** Return the value of the variable, empty text included; nothing when it is not set. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(variables().get(name));
  }

  /** Return the values by name, in the order in which the names are first set. */
  public Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String entry : entries) {
      int equals = entry.indexOf('=');
      if (equals > 0) {
        variables.put(entry.substring(0, equals), entry.substring(equals + 1));
      }
    }
    return Collections.unmodifiableMap(variables);
  }

  /** Return the entries that set no variable: without {@code =}, or without a name before it. */
  public List<String> malformed() {
    return entries.stream().filter(entry -> entry.indexOf('=') <= 0).toList();
  }
}
