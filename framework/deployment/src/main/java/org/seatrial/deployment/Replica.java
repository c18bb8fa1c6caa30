package org.seatrial.deployment;

import java.time.Duration;
import org.seatrial.check.Place;
import org.seatrial.check.command.CommandRequest;
import org.seatrial.check.command.CommandResult;

/** One running instance of a service: a container, a pod. */
public interface Replica {

  /** Return the name by which the platform knows it. */
  String name();

  /** Return it as a place to check. */
  Place place();

  /**
   * Run a command in it.
   *
   * @throws org.seatrial.check.InspectionException when it can't be run, as nothing runs there
   */
  CommandResult run(CommandRequest command);

  /** Return its last log lines. */
  Log log(int lines);

  /** End it as the platform does: its stop signal, and after the grace period SIGKILL. */
  void stop(Duration grace);

  /** End it at once, as a power failure does. */
  void kill();

  /** Start it again after it was ended, and wait until it is ready. */
  void start();
}
