package org.seatrial.deployment.http;

import java.util.Optional;
import org.seatrial.check.Request;
import org.seatrial.check.Subject;

/** The subjects that are asked from outside. To be imported statically. */
public final class HttpSubjects {

  private HttpSubjects() {}

  /**
   * Look at the answer to a GET of this path: {@code http("/login").should(respondWith(200))}.
   * Redirects are not followed.
   */
  public static HttpSubject http(String path) {
    return HttpSubject.of(Optional.empty(), path);
  }

  /** Look at the answer over an encrypted connection, whatever address the place has. */
  public static HttpSubject https(String path) {
    return HttpSubject.of(Optional.of(true), path);
  }

  /** Look at a port from outside: {@code tcp(5432).should(acceptConnections())}. */
  public static Subject<TcpAnswer> tcp(int port) {
    return new TcpSubject(new TcpRequest(port));
  }

  private static final class TcpSubject extends Subject<TcpAnswer> {

    private final TcpRequest request;

    TcpSubject(TcpRequest request) {
      super("tcp port", String.valueOf(request.port()));
      this.request = request;
    }

    @Override
    protected Request<TcpAnswer> request() {
      return request;
    }
  }
}
