package org.seatrial.deployment;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The environment variables that a container is given; secrets are not shown. */
final class Variables {

  private Variables() {}

  static Optional<String> value(ContainerStatus status, String name) {
    String start = name + "=";
    return status.environment().stream()
        .filter(entry -> entry.startsWith(start))
        .map(entry -> entry.substring(start.length()))
        .findFirst();
  }

  /** Return the variable as it may be shown. */
  static String shown(ContainerStatus status, String name) {
    return value(status, name)
        .map(value -> "variable " + name + "=" + hidden(name, value))
        .orElse("no variable " + name);
  }

  /** Return the value, unless the variable's name tells of a secret. */
  static String hidden(String name, String value) {
    String upper = name.toUpperCase(Locale.ROOT);
    return Stream.of("PASS", "SECRET", "TOKEN", "KEY", "CREDENTIAL").anyMatch(upper::contains)
        ? "(value hidden)"
        : value;
  }
}
