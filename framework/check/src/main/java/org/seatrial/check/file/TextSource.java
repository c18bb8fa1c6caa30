package org.seatrial.check.file;

import java.util.Optional;
import org.seatrial.check.Request;

/** Something that holds text, which {@link ContentConditions} judge: a file, a log, an answer. */
public interface TextSource {

  /** Return the fact that is the text; a derived one where the text is known already. */
  Request<FileContent> content();

  /**
   * Return what the content lacks, such as {@code only the last 10000 lines were read}; empty when
   * it is whole. A condition that what is missing could decide is then undetermined.
   */
  default Optional<String> missing() {
    return Optional.empty();
  }

  /** Tell whether the end says more than the beginning, as in a log. */
  default boolean grows() {
    return false;
  }
}
