package org.seatrial.deployment;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.seatrial.check.Answer;
import org.seatrial.check.DerivedRequest;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;
import org.seatrial.check.file.FileContent;

/** Asks for the text of the last log lines, of one stream or of both. */
record LogTextRequest(int lines, Optional<Log.Stream> stream) implements DerivedRequest<LogText> {

  @Override
  public Set<Request<?>> sources() {
    return Set.of(new LogRequest(lines));
  }

  @Override
  public Answer<LogText> derive(Facts facts) {
    return facts.get(new LogRequest(lines)).map(this::text);
  }

  private LogText text(Log log) {
    String text =
        log.lines().stream()
            .filter(line -> stream.isEmpty() || stream.get() == line.stream())
            .map(line -> line.text() + "\n")
            .collect(Collectors.joining());
    return new LogText(
        FileContent.of(text),
        log.lines().size() < lines
            ? Optional.empty()
            : Optional.of("only the last " + lines + " lines were read"));
  }
}
