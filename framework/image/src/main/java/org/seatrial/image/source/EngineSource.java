package org.seatrial.image.source;

import org.seatrial.check.InspectionException;

/**
 * An image in an engine, read from the stream of its export; no copy of it is made. The engine was
 * asked for one image, so a choice by name means nothing here.
 */
public final class EngineSource implements ImageSource {

  private final ExportedImage image;
  private final StreamedArchive archive;

  private EngineSource(ExportedImage image) {
    this.image = image;
    this.archive = StreamedArchive.of(image.name(), image::export);
  }

  /** Return the source of this image. */
  public static EngineSource of(ExportedImage image) {
    return new EngineSource(image);
  }

  @Override
  public String name() {
    return image.name();
  }

  @Override
  public ImageContent open(Choice choice, PassingBlobs passing) {
    Choice platform = choice.platform().map(Choice.only()::withPlatform).orElse(Choice.only());
    ImageContent content = archive.open(platform, passing);
    if (choice.platform().isEmpty() && !content.config().diffIds().equals(image.diffIds())) {
      throw new InspectionException(
          "cannot trust "
              + name()
              + ": the engine exports other layers than it says the image "
              + image.id().abbreviated()
              + " has");
    }
    return content;
  }
}
