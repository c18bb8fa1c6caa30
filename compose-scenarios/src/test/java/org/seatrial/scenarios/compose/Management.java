package org.seatrial.scenarios.compose;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * RabbitMQ's management as somebody who logs in to it sees it.
 *
 * @param site where it can be reached
 * @param user who asks
 * @param password of the user
 */
record Management(URI site, String user, String password) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  /** Ask for a path of the API; the answer is JSON. */
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    String credentials = user + ":" + password;
    return CLIENT.send(
        HttpRequest.newBuilder(site.resolve(path))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .timeout(Duration.ofSeconds(20))
            .build(),
        BodyHandlers.ofString());
  }
}
