package org.seatrial.deployment.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.seatrial.check.Answer;
import org.seatrial.check.ElapsedClock;
import org.seatrial.check.Evidence;
import org.seatrial.check.file.FileContent;

/** One request and its answer, by the JDK's client. */
final class HttpExchange {

  private HttpExchange() {}

  static CompletableFuture<Answer<HttpAnswer>> begin(
      HttpClient client, HttpRequest request, URI base) {
    URI uri = uri(request, base);
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(uri)
            .timeout(request.manner().timeout())
            .method(
                request.method(),
                request.body().isEmpty()
                    ? java.net.http.HttpRequest.BodyPublishers.noBody()
                    : java.net.http.HttpRequest.BodyPublishers.ofString(
                        request.body(), StandardCharsets.UTF_8));
    request.headers().forEach(header -> builder.header(header.name(), header.value()));
    ElapsedClock clock = ElapsedClock.start();
    return client
        .sendAsync(builder.build(), info -> new BoundedBody(HttpRequest.BODY_LIMIT))
        .thenApply(response -> answer(response, clock.elapsed()));
  }

  private static URI uri(HttpRequest request, URI base) {
    String scheme = request.target().tls().orElse(false) ? "https" : base.getScheme();
    return URI.create(scheme + "://" + base.getRawAuthority() + request.target().path());
  }

  private static Answer<HttpAnswer> answer(HttpResponse<BoundedBody.Read> response, Duration took) {
    List<Header> headers = new ArrayList<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
    URI shown = URI.create(Addresses.shown(response.uri().toString()).replace("…@", ""));
    HttpAnswer answer =
        new HttpAnswer(
            shown,
            response.statusCode(),
            headers,
            FileContent.of(response.body().bytes()),
            response.body().cut(),
            response.sslSession().flatMap(HttpExchange::certificate),
            took);
    return new Answer.Known<>(answer, Evidence.of("url", shown.toString()));
  }

  private static Optional<X509Certificate> certificate(SSLSession session) {
    try {
      Certificate first = session.getPeerCertificates()[0];
      return first instanceof X509Certificate x509 ? Optional.of(x509) : Optional.empty();
    } catch (SSLPeerUnverifiedException e) {
      // A service without a certificate has none to look at.
      return Optional.empty();
    }
  }
}
