package org.seatrial.image;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seatrial.check.Answer;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Place;
import org.seatrial.check.Request;
import org.seatrial.check.file.CapabilitiesRequest;
import org.seatrial.check.file.StatRequest;
import org.seatrial.check.file.WalkRequest;
import org.seatrial.image.layer.LayerCache;
import org.seatrial.image.source.Choice;
import org.seatrial.image.source.ImageLocation;
import org.seatrial.image.source.ImageSource;
import org.seatrial.image.tar.Limits;

/**
 * An image as a place to look at, without running it and without writing it to a disk. It is read
 * at the first question and indexed once; contents of files are read when they are asked for, in
 * one pass a round. Safe for use by several threads.
 */
public final class ImagePlace implements Place {

  private final ImageSource source;
  private final Choice choice;
  private final Limits limits;
  private final ImageLoader loader;
  private final SmallFiles memory;
  private @Nullable LoadedImage loaded;
  private @Nullable InspectionException failure;

  private ImagePlace(
      ImageSource source, Choice choice, Limits limits, ImageLoader loader, SmallFiles memory) {
    this.source = source;
    this.choice = choice;
    this.limits = limits;
    this.loader = loader;
    this.memory = memory;
  }

  /** Return the image of a source that is meant by this choice; nothing is read yet. */
  public static ImagePlace of(ImageSource source, Choice choice, ImageOptions options) {
    requireNonNull(source, "source must not be null");
    requireNonNull(choice, "choice must not be null");
    LayerCache cache = options.cache();
    SmallFiles memory = new SmallFiles(options.cacheFolder().resolve("seen"));
    return new ImagePlace(
        source,
        choice,
        options.limits(),
        new ImageLoader(options.limits(), cache, memory, options.progress()),
        memory);
  }

  /**
   * Return the image that a user names.
   *
   * @param subject {@code docker:NAME}, {@code archive:FILE[:NAME]}, {@code layout:FOLDER[:NAME]},
   *     or one of them without its prefix
   * @param platform such as {@code linux/arm64}; empty for the only one there is, or this machine's
   * @throws IllegalArgumentException when it names none
   * @throws org.seatrial.check.UnavailableException when the engine that it needs is not there
   */
  public static ImagePlace open(String subject, String platform, ImageOptions options) {
    ImageLocation location = ImageLocation.parse(subject);
    return of(ImageSources.find(location), ImageSources.choice(location, platform), options);
  }

  @Override
  public String name() {
    return "image " + source.name() + choice.name().map(name -> ":" + name).orElse("");
  }

  /**
   * Return what the image says of itself and what it weighs.
   *
   * @throws InspectionException when it can't be read
   */
  public ImageSummary summary() {
    return load().summary();
  }

  @Override
  public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
    LoadedImage image = load();
    TreeAnswers tree = new TreeAnswers(image);
    Map<Request<?>, Answer<?>> answers = new HashMap<>();
    for (Request<?> request : requests) {
      if (request instanceof StatRequest stat) {
        answers.put(stat, tree.stat(stat));
      } else if (request instanceof CapabilitiesRequest granted) {
        answers.put(granted, tree.capabilities(granted));
      } else if (request instanceof WalkRequest walk) {
        answers.put(walk, tree.walk(walk));
      } else if (request instanceof ImageRequest whole) {
        answers.put(whole, Answer.known(image.summary()));
      }
    }
    answers.putAll(new ContentAnswers(image, limits, tree, memory).answer(requests));
    for (Request<?> request : requests) {
      answers.computeIfAbsent(
          request,
          r ->
              Answer.unknown(
                  "an image can't tell " + r.getClass().getSimpleName() + ": it does not run"));
    }
    return answers;
  }

  /** Read the image once; what kept us from it is told again to everybody who asks later. */
  private synchronized LoadedImage load() {
    if (failure != null) {
      throw new InspectionException(requireNonNull(failure.getMessage()), failure);
    }
    if (loaded == null) {
      try {
        loaded = loader.load(source, choice);
      } catch (InspectionException e) {
        failure = e;
        throw e;
      }
    }
    return loaded;
  }
}
