package org.seatrial.cli;

import java.util.Optional;
import org.seatrial.check.Place;

/** Opens what is to be looked at. */
interface SubjectOpener {

  /**
   * Open a subject; nothing is read yet.
   *
   * @param subject as it was typed, such as {@code docker:shop/cart:1.4}
   * @param platform as it was typed, such as {@code linux/arm64}; empty for this machine's
   * @param progress is told how far it is while it is looked at
   * @throws org.seatrial.check.InspectionException when it can't be opened
   * @throws CommandException when the subject or the platform is malformed
   */
  Place open(String subject, Optional<String> platform, Progress progress);
}
