package org.seatrial.image;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Clock;
import org.seatrial.image.layer.LayerCache;
import org.seatrial.image.tar.Limits;

/**
 * How images are read.
 *
 * @param limits beyond which an image is refused
 * @param cacheFolder where layer indexes are kept between runs; need not exist
 * @param progress is told how the reading goes on
 */
public record ImageOptions(Limits limits, Path cacheFolder, ImageProgress progress) {

  public ImageOptions {
    requireNonNull(limits, "limits must not be null");
    requireNonNull(cacheFolder, "cacheFolder must not be null");
    requireNonNull(progress, "progress must not be null");
  }

  /** Return the options of the user who runs this: standard limits and their own cache folder. */
  public static ImageOptions standard() {
    return new ImageOptions(Limits.standard(), CacheHome.find(), ImageProgress.none());
  }

  /** Return a copy with this cache folder. */
  public ImageOptions withCacheFolder(Path folder) {
    return new ImageOptions(limits, folder, progress);
  }

  /** Return a copy with these limits. */
  public ImageOptions withLimits(Limits others) {
    return new ImageOptions(others, cacheFolder, progress);
  }

  /** Return a copy that tells this listener. */
  public ImageOptions withProgress(ImageProgress listener) {
    return new ImageOptions(limits, cacheFolder, listener);
  }

  LayerCache cache() {
    return new LayerCache(
        cacheFolder.resolve("layers"),
        LayerCache.STANDARD_SIZE,
        Clock.systemUTC(),
        progress::notice);
  }
}
