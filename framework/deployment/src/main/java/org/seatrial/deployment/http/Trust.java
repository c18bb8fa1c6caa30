package org.seatrial.deployment.http;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/** Which certificates are believed. Who a certificate is for is a condition of its own. */
public sealed interface Trust {

  /** Those of the authorities that the Java runtime knows, for the name that was asked. */
  static Trust system() {
    return new WellKnown();
  }

  /** All, self-signed and expired ones among them. */
  static Trust anything() {
    return new Anything();
  }

  /** Those that the certificates of this PEM file have signed, whatever name they are for. */
  static Trust authority(Path pem) {
    return new Authority(pem);
  }

  /** See {@link #system}. */
  record WellKnown() implements Trust {}

  /** See {@link #anything}. */
  record Anything() implements Trust {}

  /** See {@link #authority}. */
  record Authority(Path pem) implements Trust {
    public Authority {
      requireNonNull(pem, "pem must not be null");
    }
  }
}
