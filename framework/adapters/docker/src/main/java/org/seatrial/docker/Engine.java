package org.seatrial.docker;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.Optional;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Printable;
import org.seatrial.check.UnavailableException;

/**
 * A Docker engine, asked through its API in the version that the engine itself offers. Safe for use
 * by several threads: each request has a connection of its own, so there is nothing to close.
 */
public final class Engine {

  private final EngineAddress address;
  private final EngineTimeouts timeouts;
  private final String apiVersion;

  private Engine(EngineAddress address, EngineTimeouts timeouts, String apiVersion) {
    this.address = address;
    this.timeouts = timeouts;
    this.apiVersion = apiVersion;
  }

  /**
   * Return the engine at this address, after it has answered, with the usual timeouts.
   *
   * @throws UnavailableException when nothing can be reached there
   * @throws InspectionException when what is there does not answer like an engine
   */
  public static Engine connect(EngineAddress address) {
    return connect(address, EngineTimeouts.USUAL);
  }

  /**
   * Return the engine at this address, after it has answered.
   *
   * @throws UnavailableException when nothing can be reached there
   * @throws InspectionException when what is there does not answer like an engine
   */
  public static Engine connect(EngineAddress address, EngineTimeouts timeouts) {
    Engine unasked = new Engine(address, timeouts, "");
    String version =
        unasked.ask(
            "/_ping",
            "tell its API version",
            response ->
                response.status() == 200 ? Optional.of(version(response)) : Optional.empty());
    return new Engine(address, timeouts, version);
  }

  /** Return where the engine listens. */
  public EngineAddress address() {
    return address;
  }

  /** Return how long the engine may keep us waiting. */
  EngineTimeouts timeouts() {
    return timeouts;
  }

  /** Return the version of the API that is spoken: the newest that the engine knows. */
  public String apiVersion() {
    return apiVersion;
  }

  /**
   * Ask the engine about itself.
   *
   * @throws InspectionException when it does not answer
   */
  public EngineInfo info() {
    return ask(
        versioned("/info"),
        "describe itself",
        response ->
            response.status() == 200
                ? Optional.of(EngineInfo.read(response.body(), apiVersion))
                : Optional.empty());
  }

  /**
   * Ask for the image with this name.
   *
   * @param name a name with or without tag or digest, or an image ID
   * @return the image, or nothing when the engine does not have it
   * @throws InspectionException when the engine does not answer, or not with an image
   */
  public Optional<EngineImage> inspectImage(String name) {
    return ask(
        versioned("/images/" + ImageName.requirePlain(name) + "/json"),
        "describe image " + name,
        response -> {
          if (response.status() == 404) {
            return Optional.of(Optional.empty());
          }
          return response.status() == 200
              ? Optional.of(Optional.of(EngineImage.read(response.body())))
              : Optional.empty();
        });
  }

  /**
   * Export an image in the format of {@code docker save}, as the engine packs it, without a copy on
   * this side.
   *
   * @param name a name with or without tag or digest, or an image ID
   * @return the archive; reading it throws an {@link IOException} that says after how many bytes
   *     the engine broke off; closing it early aborts the export
   * @throws InspectionException when the engine does not answer, or does not have the image
   */
  public InputStream exportImage(String name) {
    String target = versioned("/images/" + ImageName.requirePlain(name) + "/get");
    String asked = "export image " + name;
    HttpResponse response = send(HttpRequest.get(target), asked, timeouts.export());
    if (response.status() == 200) {
      return new ExportStream(response, address, "image " + name);
    }
    try (response) {
      throw response.status() == 404
          ? EngineFailure.noSuchImage(address, name)
          : EngineFailure.refused(address, asked, response);
    } catch (IOException e) {
      throw EngineFailure.broken(address, asked, e);
    }
  }

  private <T> T ask(String target, String asked, Answered<T> answered) {
    return ask(HttpRequest.get(target), asked, timeouts.answer(), answered);
  }

  /**
   * Send the request and read its answer.
   *
   * @param asked what the engine is to do, to stand after "did not"
   * @param idle how long it may be silent
   */
  <T> T ask(HttpRequest request, String asked, Duration idle, Answered<T> answered) {
    try (HttpResponse response = send(request, asked, idle)) {
      return answered
          .read(response)
          .orElseThrow(() -> EngineFailure.refused(address, asked, response));
    } catch (IOException e) {
      throw EngineFailure.broken(address, asked, e);
    }
  }

  /** Send the request; the answer, whatever it is, is to be read and closed by the caller. */
  HttpResponse send(HttpRequest request, String asked, Duration idle) {
    Connection connection;
    try {
      connection = address.transport().open(timeouts.connect(), idle);
    } catch (IOException e) {
      throw EngineFailure.unreachable(address, e);
    }
    try {
      return HttpResponse.to(request, address.transport().host(), connection);
    } catch (IOException e) {
      throw EngineFailure.broken(address, asked, e);
    }
  }

  /** Return the path in the version of the API that is spoken. */
  String versioned(String path) {
    return "/v" + apiVersion + path;
  }

  private static String version(HttpResponse response) throws ProtocolException {
    String version =
        response
            .head()
            .header("api-version")
            .orElseThrow(() -> new ProtocolException("sent no Api-Version"));
    int dot = version.indexOf('.');
    boolean sound =
        version.length() <= 10
            && dot > 0
            && dot == version.lastIndexOf('.')
            && dot < version.length() - 1
            && version.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    if (!sound) {
      throw new ProtocolException(
          "sent an Api-Version that is no version: " + Printable.quoted(version));
    }
    return version;
  }

  /** Reads what an answer holds, or nothing when its status is not one of those expected. */
  interface Answered<T> {
    Optional<T> read(HttpResponse response) throws IOException;
  }
}
