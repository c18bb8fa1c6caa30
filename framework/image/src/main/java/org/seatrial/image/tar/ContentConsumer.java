package org.seatrial.image.tar;

import java.io.IOException;
import java.io.InputStream;

/** Takes contents as they are met in an archive. */
@FunctionalInterface
public interface ContentConsumer {

  /**
   * Take one content; it needs not be read to its end, and can't be read later.
   *
   * @param content which of those that were wanted
   * @param bytes as many as the content's size, which may be a huge number of zeros: to be capped
   */
  void accept(Content content, InputStream bytes) throws IOException;
}
