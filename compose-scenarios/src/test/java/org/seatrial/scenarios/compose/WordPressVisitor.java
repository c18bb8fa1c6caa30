package org.seatrial.scenarios.compose;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One visitor of a WordPress site, with cookies of its own; follows redirects as browsers do. */
final class WordPressVisitor {

  /** A link that logs out, up to its closing quote. */
  private static final Pattern LOG_OUT =
      Pattern.compile("href=[\"']([^\"']*action=logout[^\"']*)[\"']");

  private final URI site;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .followRedirects(Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  WordPressVisitor(URI site) {
    this.site = site;
  }

  HttpResponse<String> open(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(site.resolve(path)));
  }

  /** Fill in the login form; returns the page that this leads to. */
  HttpResponse<String> logIn(String user, String password)
      throws IOException, InterruptedException {
    open("/wp-login.php");
    String form =
        Map.of("log", user, "pwd", password, "wp-submit", "Log In", "testcookie", "1")
            .entrySet()
            .stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(site.resolve("/wp-login.php"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** Follow the link of this page that logs out; returns the page that this leads to. */
  HttpResponse<String> logOut(HttpResponse<String> page) throws IOException, InterruptedException {
    Matcher link = LOG_OUT.matcher(page.body());
    if (!link.find()) {
      throw new IOException("no link on " + page.uri() + " logs out");
    }
    return open(link.group(1).replace("&#038;", "&").replace("&amp;", "&"));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
