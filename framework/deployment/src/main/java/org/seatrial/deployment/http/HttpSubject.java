package org.seatrial.deployment.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seatrial.check.Printable;
import org.seatrial.check.Request;
import org.seatrial.check.Subject;
import org.seatrial.deployment.http.HttpRequest.Manner;
import org.seatrial.deployment.http.HttpRequest.Target;

/** What a service answers to a request. Immutable: each word returns another subject. */
public final class HttpSubject extends Subject<HttpAnswer> {

  private final HttpRequest request;

  private HttpSubject(HttpRequest request) {
    super(noun(request.target()), name(request));
    this.request = request;
  }

  static HttpSubject of(Optional<Boolean> tls, String path) {
    return new HttpSubject(
        new HttpRequest(
            new Target(tls, Optional.empty(), path),
            "GET",
            List.of(),
            "",
            new Manner(false, Trust.system(), HttpRequest.TIMEOUT)));
  }

  private static String noun(Target target) {
    return target.tls().orElse(false) ? "https" : "http";
  }

  /** Return method and path; values of headers and the body are not shown. */
  private static String name(HttpRequest request) {
    StringBuilder name = new StringBuilder();
    if (!request.method().equals("GET")) {
      name.append(request.method()).append(' ');
    }
    name.append(Printable.of(request.target().path()));
    request.target().port().ifPresent(port -> name.append(" on port ").append(port));
    for (Header header : request.headers()) {
      name.append(" with ").append(Printable.of(header.name()));
    }
    return name + (request.manner().followRedirects() ? " after redirects" : "");
  }

  /** Ask this port of the service, the one on which it listens inside. */
  public HttpSubject on(int port) {
    Target target = request.target();
    return with(new Target(target.tls(), Optional.of(port), target.path()), request.manner());
  }

  /** Ask with this header; its value is not shown. */
  public HttpSubject with(String header, String value) {
    List<Header> headers = new ArrayList<>(request.headers());
    headers.add(new Header(header, value));
    return new HttpSubject(
        new HttpRequest(
            request.target(), request.method(), headers, request.body(), request.manner()));
  }

  /** Ask by this method, such as {@code HEAD}. */
  public HttpSubject by(String method) {
    return by(method, "");
  }

  /** Send this body by this method, such as {@code POST}; the body is not shown. */
  public HttpSubject by(String method, String body) {
    return new HttpSubject(
        new HttpRequest(request.target(), method, request.headers(), body, request.manner()));
  }

  /** Look at what is at the end of redirects; they are not followed unless this is said. */
  public HttpSubject followingRedirects() {
    Manner manner = request.manner();
    return with(request.target(), new Manner(true, manner.trust(), manner.timeout()));
  }

  /** Believe these certificates; those of the Java runtime's authorities unless this is said. */
  public HttpSubject trusting(Trust trust) {
    Manner manner = request.manner();
    return with(request.target(), new Manner(manner.followRedirects(), trust, manner.timeout()));
  }

  /** Wait so long for the whole answer; 10 seconds unless this is said. */
  public HttpSubject waitingFor(Duration timeout) {
    Manner manner = request.manner();
    return with(request.target(), new Manner(manner.followRedirects(), manner.trust(), timeout));
  }

  private HttpSubject with(Target target, Manner manner) {
    return new HttpSubject(
        new HttpRequest(target, request.method(), request.headers(), request.body(), manner));
  }

  @Override
  protected Request<HttpAnswer> request() {
    return request;
  }
}
