package org.seatrial.docker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.seatrial.check.InspectionException;

/**
 * The files of a container, running or not, as its engine sees them. Every method throws an {@link
 * InspectionException} when the engine does not answer, refuses, or has no such container. Safe for
 * use by several threads.
 */
public final class ContainerFiles {

  private final Engine engine;
  private final String container;

  private ContainerFiles(Engine engine, String container) {
    this.engine = engine;
    this.container = container;
  }

  /** Return the files of this container. */
  public static ContainerFiles of(Engine engine, String container) {
    return new ContainerFiles(engine, container);
  }

  /** Ask for the status of a path; nothing when it is not there. A link is not followed. */
  public Optional<PathStat> stat(String path) {
    return engine.ask(
        HttpRequest.head(target(path)),
        "look at a path of container " + container,
        engine.timeouts().answer(),
        response -> {
          if (response.status() == 404) {
            // There is no body that would say what is missing.
            return Optional.of(Optional.empty());
          }
          Optional<String> header = response.head().header("x-docker-container-path-stat");
          return response.status() == 200 && header.isPresent()
              ? Optional.of(Optional.of(PathStat.read(decoded(header.get()))))
              : Optional.empty();
        });
  }

  private static InputStream decoded(String header) throws UnsoundJson {
    try {
      return new ByteArrayInputStream(
          Base64.getDecoder().decode(header.getBytes(StandardCharsets.US_ASCII)));
    } catch (IllegalArgumentException e) {
      throw new UnsoundJson("a status that is not in Base64", e);
    }
  }

  /**
   * Read a path and all below it as a tar archive, whose names begin with the last part of the
   * path.
   *
   * @return the archive, which must be closed; reading it throws an {@link IOException} that says
   *     after how many bytes the engine broke off; or nothing when the path is not there
   */
  public Optional<InputStream> archive(String path) {
    String asked = "read files of container " + container;
    HttpResponse response =
        engine.send(HttpRequest.get(target(path)), asked, engine.timeouts().answer());
    if (response.status() == 200) {
      return Optional.of(
          new ExportStream(response, engine.address(), "files of container " + container));
    }
    try (response) {
      if (response.status() == 404) {
        String said = EngineFailure.said(response);
        if (said.startsWith("No such container")) {
          throw EngineFailure.noSuchContainer(engine.address(), container);
        }
        return Optional.empty();
      }
      throw EngineFailure.refused(engine.address(), asked, response);
    } catch (IOException e) {
      throw EngineFailure.broken(engine.address(), asked, e);
    }
  }

  /** Unpack a tar archive in a folder, which must be there. */
  public void put(String folder, byte[] archive) {
    engine.ask(
        HttpRequest.tar("PUT", target(folder), archive),
        "write files of container " + container,
        engine.timeouts().answer(),
        response -> response.status() == 200 ? Optional.of(true) : Optional.empty());
  }

  private String target(String path) {
    return Containers.path(engine, container, "/archive").with("path", path).toString();
  }
}
