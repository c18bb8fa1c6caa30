package org.seatrial.deployment.http;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Set;

/** One header of a request or an answer; its text hides what is secret. */
public record Header(String name, String value) {

  private static final Set<String> SECRET =
      Set.of(
          "authorization",
          "proxy-authorization",
          "cookie",
          "set-cookie",
          "x-api-key",
          "x-auth-token");

  public Header {
    requireNonNull(name, "name must not be null");
    requireNonNull(value, "value must not be null");
  }

  /** Return {@code name: value}, without the value of a header that carries secrets. */
  @Override
  public String toString() {
    boolean secret = SECRET.contains(name.toLowerCase(Locale.ROOT));
    return name + ": " + (secret ? "(value hidden)" : Addresses.shown(value));
  }
}
