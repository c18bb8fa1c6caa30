package org.seatrial.deployment;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.DerivedRequest;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.TextSource;

/**
 * What a container wrote, as text.
 *
 * @param text one line after the other, each with its end
 * @param missing what of the log was not read; empty when it is whole
 */
public record LogText(FileContent text, Optional<String> missing) implements TextSource {

  public LogText {
    requireNonNull(text, "text must not be null");
    requireNonNull(missing, "missing must not be null");
  }

  @Override
  public Request<FileContent> content() {
    return new Given(text);
  }

  @Override
  public boolean grows() {
    return true;
  }

  /** A text that is there already. */
  private record Given(FileContent text) implements DerivedRequest<FileContent> {

    @Override
    public Set<Request<?>> sources() {
      return Set.of();
    }

    @Override
    public Answer<FileContent> derive(Facts facts) {
      return Answer.known(text);
    }
  }
}
