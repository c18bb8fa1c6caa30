package org.seatrial.deployment;

import java.util.Optional;
import org.seatrial.check.Request;
import org.seatrial.check.Subject;

/** The subjects that only what is deployed has. To be imported statically. */
public final class ContainerSubjects {

  private ContainerSubjects() {}

  /** Look at what the platform says of the container: {@code container().should(beHealthy())}. */
  public static Subject<ContainerStatus> container() {
    return new Fixed<>("container", new ContainerRequest());
  }

  /**
   * Look at the last {@link LogRequest#LINES} lines that the container wrote: {@code
   * log().should(contain("ready"))}. Never absent.
   */
  public static Subject<LogText> log() {
    return new Fixed<>("log", new LogTextRequest(LogRequest.LINES, Optional.empty()));
  }

  /** Look at those of the last {@link LogRequest#LINES} lines that were written to this stream. */
  public static Subject<LogText> log(Log.Stream stream) {
    return new Fixed<>(
        stream == Log.Stream.STDOUT ? "stdout" : "stderr",
        new LogTextRequest(LogRequest.LINES, Optional.of(stream)));
  }

  /** A subject of which a place has one. */
  private static final class Fixed<S> extends Subject<S> {

    private final Request<S> request;

    Fixed(String noun, Request<S> request) {
      super(noun, "");
      this.request = request;
    }

    @Override
    protected Request<S> request() {
      return request;
    }
  }
}
