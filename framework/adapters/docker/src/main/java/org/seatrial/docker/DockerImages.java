package org.seatrial.docker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.seatrial.image.source.EngineSource;
import org.seatrial.image.source.ImageLocation;
import org.seatrial.image.source.ImageSource;
import org.seatrial.image.source.ImageSourceProvider;

/**
 * Opens {@code docker:NAME}: an image of the engine that the user's own {@code docker} would ask.
 */
public final class DockerImages implements ImageSourceProvider {

  private final Map<String, String> environment;
  private final Path home;

  /** Create the provider for the user who runs this. */
  public DockerImages() {
    this(System.getenv(), Path.of(System.getProperty("user.home", ".")));
  }

  DockerImages(Map<String, String> environment, Path home) {
    this.environment = environment;
    this.home = home;
  }

  @Override
  public Optional<ImageSource> find(ImageLocation location) {
    if (!(location instanceof ImageLocation.Docker image)) {
      return Optional.empty();
    }
    Engine engine = Engine.connect(EngineAddress.find(environment, home));
    return Optional.of(EngineSource.of(EngineImages.of(engine).find(image.name())));
  }
}
