package org.seatrial.deployment.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.seatrial.check.Request;

/**
 * Asks what a service answers to an HTTP request. Never absent. Unknown: nobody answers, the answer
 * is no HTTP, or its certificate is not believed.
 *
 * @param target where it goes
 * @param method in upper case
 * @param headers in the order in which they are sent
 * @param body in UTF-8; empty for none
 * @param manner how it is asked
 */
public record HttpRequest(
    Target target, String method, List<Header> headers, String body, Manner manner)
    implements Request<HttpAnswer> {

  /** How long an answer may take unless somebody says otherwise: 10 seconds. */
  public static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** How much of a body is read: 4 MiB. */
  public static final int BODY_LIMIT = 4 << 20;

  /**
   * Where a request goes.
   *
   * @param tls whether the connection is encrypted; empty: as the place has it
   * @param port the port inside, on which the service listens; empty: that of the place
   * @param path begins with a slash; with its query, if any
   */
  public record Target(Optional<Boolean> tls, Optional<Integer> port, String path) {
    public Target {
      requireNonNull(tls, "tls must not be null");
      requireNonNull(port, "port must not be null");
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException("path must begin with a slash, but was " + path);
      }
    }
  }

  /**
   * How it is asked.
   *
   * @param followRedirects whether the answer at the end of redirects is the answer
   * @param trust which certificates are believed
   * @param timeout after which nobody waits for the rest of the answer
   */
  public record Manner(boolean followRedirects, Trust trust, Duration timeout) {
    public Manner {
      requireNonNull(trust, "trust must not be null");
      if (timeout.isNegative() || timeout.isZero()) {
        throw new IllegalArgumentException("timeout must be positive, but was " + timeout);
      }
    }
  }

  public HttpRequest {
    requireNonNull(target, "target must not be null");
    requireNonNull(method, "method must not be null");
    headers = List.copyOf(headers);
    requireNonNull(body, "body must not be null");
    requireNonNull(manner, "manner must not be null");
  }

  /** Return method and path; headers and body may be secret. */
  @Override
  public String toString() {
    return method + " " + target.path();
  }
}
