package org.seatrial.image.source;

import org.seatrial.check.InspectionException;

/**
 * An image in an engine, read from the stream of its export; no copy of it is made. The engine was
 * asked for one image, so a choice by name means nothing here.
 */
public final class EngineSource implements ImageSource {

  private final ExportedImage image;
  private final StreamedArchive archive;
  private final StreamMemory memory;

  private EngineSource(ExportedImage image, StreamMemory memory) {
    this.image = image;
    this.memory = memory;
    this.archive =
        StreamedArchive.identified(image.name(), image::export, "engine image " + image.id());
  }

  /** Return the source of this image. */
  public static EngineSource of(ExportedImage image) {
    return new EngineSource(image, StreamMemory.none());
  }

  /**
   * Return the same source with a memory: an image that was read before is not exported again
   * before the content of one of its files is asked for. Engines know an image by its digest, so it
   * can't change.
   */
  @Override
  public EngineSource remembering(StreamMemory between) {
    return new EngineSource(image, between);
  }

  @Override
  public String name() {
    return image.name();
  }

  @Override
  public ImageContent open(Choice choice, PassingBlobs passing) {
    Choice platform = choice.platform().map(Choice.only()::withPlatform).orElse(Choice.only());
    ImageContent content = ImageKind.open(archive.read(passing, memory), platform);
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
