package org.seatrial.image.source;

/**
 * A place where images are kept: an archive, a folder, an engine, a registry. It holds nothing open
 * between two calls.
 */
public interface ImageSource {

  /** Return what it is called in messages, such as {@code archive:shop.tar}. */
  String name();

  /**
   * Read the documents of one image, and let the blobs that are passed on the way be seen.
   *
   * @param choice which image, where there are several
   * @param passing is shown blobs only by a source that has to read over them anyway, a stream;
   *     whatever is shown here must be held against {@link ImageContent#layers()} afterwards
   * @throws org.seatrial.check.InspectionException when the source can't be read, is damaged or
   *     inconsistent, or does not hold the image; the message lists what it does hold
   */
  ImageContent open(Choice choice, PassingBlobs passing);

  /** Read the documents of one image. */
  default ImageContent open(Choice choice) {
    return open(choice, PassingBlobs.unseen());
  }

  /**
   * Return the same source with a memory, for sources that can tell without reading that they are
   * the same as before, and cost much to read.
   */
  default ImageSource remembering(StreamMemory memory) {
    return this;
  }
}
