package org.seatrial.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.seatrial.check.Place;
import org.seatrial.image.ImageOptions;
import org.seatrial.image.ImagePlace;
import org.seatrial.image.ImageProgress;

/**
 * Opens images.
 *
 * @param cacheFolder where layer indexes are kept between runs
 */
record ImageOpener(Path cacheFolder) implements SubjectOpener {

  private static final long MEGABYTE = 1_000_000;

  @Override
  public Place open(String subject, Optional<String> platform, Progress progress) {
    ImageOptions options =
        ImageOptions.standard().withCacheFolder(cacheFolder).withProgress(new Told(progress));
    try {
      return ImagePlace.open(subject, platform.orElse(""), options);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(String.valueOf(e.getMessage()), e);
    }
  }

  /** Puts into words what the reader of the image tells. */
  private record Told(Progress progress) implements ImageProgress {

    @Override
    public void opening(String name) {
      progress.at("opening " + name);
    }

    @Override
    public void reading(int number, int count, long bytes) {
      String size = bytes < MEGABYTE ? "" : ", " + bytes / MEGABYTE + " MB";
      progress.at("reading layer " + number + " of " + count + size);
    }

    @Override
    public void notice(String sentence) {
      progress.notice(sentence);
    }
  }
}
