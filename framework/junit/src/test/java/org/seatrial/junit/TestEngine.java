package org.seatrial.junit;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.seatrial.check.InspectionException;
import org.seatrial.check.UnavailableException;
import org.seatrial.image.source.Choice;
import org.seatrial.image.source.ImageArchive;
import org.seatrial.image.source.ImageContent;
import org.seatrial.image.source.ImageLocation;
import org.seatrial.image.source.ImageSource;
import org.seatrial.image.source.ImageSourceProvider;
import org.seatrial.image.source.PassingBlobs;

/**
 * Stands where an engine's adapter would: it has the images that a test put in, counts how often
 * each is asked for, and is not there at all for images of {@code absent/}.
 */
public final class TestEngine implements ImageSourceProvider {

  /** What a missing engine says. */
  static final String MISSING = "no engine answers at unix:///none.sock";

  private static final Map<String, Counted> IMAGES = new ConcurrentHashMap<>();

  /** An image of an archive, and how often it was found and opened. */
  record Counted(Path archive, AtomicInteger found, AtomicInteger opened) implements ImageSource {

    @Override
    public String name() {
      return "test:" + archive.getFileName();
    }

    @Override
    public ImageContent open(Choice choice, PassingBlobs passing) {
      opened.incrementAndGet();
      return ImageArchive.at(archive).open(choice, passing);
    }
  }

  /** Put an image in, under a name that no other test uses. */
  static Counted put(String name, Path archive) {
    Counted counted = new Counted(archive, new AtomicInteger(), new AtomicInteger());
    IMAGES.put(name, counted);
    return counted;
  }

  @Override
  public Optional<ImageSource> find(ImageLocation location) {
    if (!(location instanceof ImageLocation.Docker image)) {
      return Optional.empty();
    }
    if (image.name().startsWith("absent/")) {
      throw new UnavailableException("engine", MISSING, null);
    }
    Counted counted = IMAGES.get(image.name());
    if (counted == null) {
      throw new InspectionException("the engine has no image " + image.name());
    }
    counted.found().incrementAndGet();
    return Optional.of(counted);
  }
}
