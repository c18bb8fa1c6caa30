package org.seatrial.deployment.http;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.DerivedRequest;
import org.seatrial.check.Facts;
import org.seatrial.check.Printable;
import org.seatrial.check.Request;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.TextSource;

/**
 * What a service answered.
 *
 * @param uri where the answer came from, after redirects if they were followed; without user info
 * @param status the status code
 * @param headers in the order of their names
 * @param body the first {@link HttpRequest#BODY_LIMIT} bytes, as they came
 * @param cut whether there were more
 * @param certificate the service's own; empty where the connection is not encrypted
 * @param took from the beginning of the request to the end of the answer
 */
public record HttpAnswer(
    URI uri,
    int status,
    List<Header> headers,
    FileContent body,
    boolean cut,
    Optional<X509Certificate> certificate,
    Duration took)
    implements TextSource {

  private static final String CHARSET = "charset=";

  public HttpAnswer {
    requireNonNull(uri, "uri must not be null");
    headers = List.copyOf(headers);
    requireNonNull(body, "body must not be null");
    requireNonNull(certificate, "certificate must not be null");
    requireNonNull(took, "took must not be null");
  }

  /** Return the values of a header, whatever the case of its name; empty when it is not there. */
  public List<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /** Return the body as text, by the charset of its content type; UTF-8 where there is none. */
  @Override
  public Request<FileContent> content() {
    return new BodyText(body, charset());
  }

  @Override
  public Optional<String> missing() {
    return cut
        ? Optional.of("only the first " + HttpRequest.BODY_LIMIT + " bytes were read")
        : Optional.empty();
  }

  /** Return the status and the beginning of the body: {@code 503 "starting"}. */
  String summary() {
    String text = new String(body.bytes(), charset());
    return text.isEmpty() ? status + " without a body" : status + " " + shown(text);
  }

  private static String shown(String text) {
    return Printable.quoted(Printable.of(text, 200));
  }

  private Charset charset() {
    for (String type : header("Content-Type")) {
      int at = type.toLowerCase(Locale.ROOT).indexOf(CHARSET);
      if (at >= 0) {
        return named(type.substring(at + CHARSET.length()).split(";", 2)[0]);
      }
    }
    return StandardCharsets.UTF_8;
  }

  private static Charset named(String name) {
    try {
      return Charset.forName(name.strip().replace("\"", ""));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      // What nobody knows is read as what almost everybody writes.
      return StandardCharsets.UTF_8;
    }
  }

  /** The text of a body. */
  private record BodyText(FileContent body, Charset charset)
      implements DerivedRequest<FileContent> {

    @Override
    public Set<Request<?>> sources() {
      return Set.of();
    }

    @Override
    public Answer<FileContent> derive(Facts facts) {
      return Answer.known(
          charset.equals(StandardCharsets.UTF_8)
              ? body
              : FileContent.of(new String(body.bytes(), charset)));
    }
  }
}
