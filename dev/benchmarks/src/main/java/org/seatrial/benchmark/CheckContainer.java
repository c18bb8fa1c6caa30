package org.seatrial.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.seatrial.check.Check;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Place;
import org.seatrial.check.Verdict;
import org.seatrial.docker.ContainerPlace;
import org.seatrial.docker.Engine;
import org.seatrial.docker.EngineAddress;

/**
 * Checks a running container, once for each line on standard input. Arguments: the container, and
 * the list of checks ({@link ListedChecks}), all of which must pass.
 */
public final class CheckContainer {

  private CheckContainer() {}

  /** Run. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    Path home = Path.of(System.getProperty("user.home", "."));
    Engine engine = Engine.connect(EngineAddress.find(System.getenv(), home));
    Place place = ContainerPlace.of(engine, arguments[0]);
    List<Check> checks = ListedChecks.read(Path.of(arguments[1]));
    Rounds.each(() -> passed(place, checks));
  }

  private static long passed(Place place, List<Check> checks) {
    List<Verdict> verdicts = Inspection.of(place).verdicts(checks);
    for (Verdict verdict : verdicts) {
      if (verdict.outcome() != Outcome.PASSED) {
        throw new IllegalStateException(verdict.toString());
      }
    }
    return verdicts.size();
  }
}
