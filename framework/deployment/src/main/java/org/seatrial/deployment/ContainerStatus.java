package org.seatrial.deployment;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a platform says of a container.
 *
 * @param name the name by which the platform knows it
 * @param image the image as it was asked for
 * @param state what it does
 * @param exitCode with which it ended; empty while it runs
 * @param oomKilled whether the kernel ended it for its memory
 * @param restarts how often the platform started it again
 * @param started when it was last started; empty when it never was
 * @param health what its health check says; empty when it has none
 * @param environment {@code NAME=value} as it is given to the first process
 * @param limits what it may use
 */
public record ContainerStatus(
    String name,
    String image,
    State state,
    OptionalInt exitCode,
    boolean oomKilled,
    int restarts,
    Optional<Instant> started,
    Optional<Health> health,
    List<String> environment,
    Limits limits) {

  /** What a container does. */
  public enum State {
    CREATED,
    RUNNING,
    PAUSED,
    RESTARTING,
    EXITED,
    DEAD
  }

  /**
   * What a health check says.
   *
   * @param status the platform's judgement
   * @param failures how often it failed in a row
   * @param log the last runs, oldest first
   */
  public record Health(Status status, int failures, List<Run> log) {

    /** The platform's judgement. */
    public enum Status {
      STARTING,
      HEALTHY,
      UNHEALTHY
    }

    /**
     * One run of a health check.
     *
     * @param started when
     * @param exitCode 0 for healthy; -1 when it was killed because its time was over
     * @param output what it wrote, as far as the platform keeps it
     */
    public record Run(Instant started, int exitCode, String output) {}

    public Health {
      log = List.copyOf(log);
    }
  }

  /**
   * What a container may use; empty where nothing is set.
   *
   * @param memory in bytes
   * @param cpus in CPUs, such as 0.5
   * @param processes how many processes and threads
   * @param stopTimeout how long it is given to end before it is killed
   */
  public record Limits(
      OptionalLong memory,
      Optional<Double> cpus,
      OptionalLong processes,
      Optional<Duration> stopTimeout) {

    /** No limit at all. */
    public static final Limits NONE =
        new Limits(OptionalLong.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());
  }

  public ContainerStatus {
    requireNonNull(name, "name must not be null");
    requireNonNull(image, "image must not be null");
    requireNonNull(state, "state must not be null");
    requireNonNull(exitCode, "exitCode must not be null");
    requireNonNull(started, "started must not be null");
    requireNonNull(health, "health must not be null");
    environment = List.copyOf(environment);
    requireNonNull(limits, "limits must not be null");
  }
}
