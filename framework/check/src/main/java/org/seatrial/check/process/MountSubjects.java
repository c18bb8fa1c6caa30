package org.seatrial.check.process;

import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.DerivedRequest;
import org.seatrial.check.Facts;
import org.seatrial.check.Printable;
import org.seatrial.check.Request;
import org.seatrial.check.Subject;

/** The subjects that are mount points: the beginnings of sentences. To be imported statically. */
public final class MountSubjects {

  private MountSubjects() {}

  /**
   * Look at what is mounted at a path: {@code mount("/data").should(exist(), haveOption("ro"))}.
   * Absent when the path is no mount point, also where it is within one. Of several at one path the
   * last counts, which is seen.
   *
   * @throws IllegalArgumentException when the path is not absolute
   */
  public static Subject<Mount> mount(String path) {
    return new MountSubject(path);
  }

  /** What is mounted at a path. */
  private static final class MountSubject extends Subject<Mount> {

    private final MountRequest request;

    MountSubject(String path) {
      super("mount", path);
      this.request = new MountRequest(path);
    }

    @Override
    protected Request<Mount> request() {
      return request;
    }
  }

  /** Asks what is mounted at a path. */
  private record MountRequest(String path) implements DerivedRequest<Mount> {

    MountRequest {
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException(
            "path must be absolute, such as /data, but was " + Printable.quoted(path));
      }
    }

    @Override
    public Set<Request<?>> sources() {
      return Set.of(new MountsRequest());
    }

    @Override
    public Answer<Mount> derive(Facts facts) {
      String bare =
          path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      return facts
          .get(new MountsRequest())
          .then(
              table ->
                  table.mounts().stream()
                      .filter(mount -> mount.path().equals(bare))
                      .reduce((earlier, later) -> later)
                      .map(Answer::known)
                      .orElseGet(Answer::absent));
    }
  }
}
