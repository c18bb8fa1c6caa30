package org.seatrial.image;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.seatrial.check.Answer;
import org.seatrial.check.Condition;
import org.seatrial.check.Inspection;
import org.seatrial.check.Place;
import org.seatrial.check.Verdict;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.madeup.MadeUpPlace;
import org.seatrial.image.fixture.Bundle;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;
import org.seatrial.image.source.Choice;
import org.seatrial.image.source.StreamedArchive;

/** A real image as tests of conditions want it: written as an archive, and read as a place. */
public final class MadeImage {

  private static final MadeUpPlace NO_IMAGE =
      MadeUpPlace.empty().answering(new ImageRequest(), Answer.absent());

  private MadeImage() {}

  /** Return an image with this {@code config} object, written with single quotes for double. */
  public static ImageFixture configured(String json) {
    return ImageFixture.of(LayerFixture.empty().directory("srv")).withRun(json.replace('\'', '"'));
  }

  /** Return the image as a place named {@code image docker:shop}. */
  public static Place place(ImageFixture image, Path temp) {
    return place(Bundle.saved(image).tar(), temp);
  }

  /** Return the image as a place of the same name whose layers are stored compressed. */
  static Place compressed(ImageFixture image, Path temp) {
    return place(Bundle.layout(image).tar(), temp);
  }

  private static Place place(byte[] tar, Path temp) {
    return ImagePlace.of(
        StreamedArchive.of("docker:shop", () -> new ByteArrayInputStream(tar)),
        Choice.only(),
        ImageOptions.standard().withCacheFolder(temp.resolve("cache")));
  }

  /** Return the text with the digest of the image's configuration in the place of CONFIG. */
  public static String message(ImageFixture image, String text) {
    return text.replace("CONFIG", "config " + image.config().digest());
  }

  /** Return what becomes of a condition on the image. */
  public static Verdict verdict(
      Condition<? super ImageSummary> condition, ImageFixture image, Path temp) {
    return Inspection.of(place(image, temp))
        .verdicts(List.of(ImageSubject.image().should(condition)))
        .get(0);
  }

  /** Begin an example of a condition that is violated where there is no image. */
  static ConditionExample<ImageSummary> example(
      Condition<ImageSummary> condition, String phrase, String expected) {
    return ConditionExample.of(ImageSubject.image(), condition, phrase)
        .absentIn(NO_IMAGE)
        .absent(
            """
            image should %s   → FAILED (1 finding) in made-up place
              expected:  %s
              but was:   nothing is there
            """
                .formatted(phrase, expected));
  }
}
