package org.seatrial.docker.compose;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.seatrial.deployment.ContainerStatus;
import org.seatrial.deployment.ContainerStatus.Health;
import org.seatrial.deployment.ContainerStatus.State;

/**
 * What must be seen of a service before it is ready.
 *
 * @param service its name
 * @param image of its containers; empty where Compose makes up a name for what it builds
 * @param replicas how many containers
 * @param oneShot whether it must end, with 0, because another service waits for that
 * @param restarts whether the engine starts it again when it ends
 */
record Expected(String service, String image, int replicas, boolean oneShot, boolean restarts) {

  /** How often a service may be started again before it is taken for one that never will run. */
  private static final int CRASHES = 3;

  /** Whether a service is ready, may become so, or never will. */
  enum Progress {
    READY,
    WAITING,
    FAILED
  }

  /**
   * Where a service stands.
   *
   * @param progress whether to go on waiting
   * @param container the container that decides it, if there is one
   * @param reason why it is not ready, to stand after its name; empty when it is
   * @param unchecked whether it is ready only because it runs: it has no health check
   */
  record Standing(
      String service,
      Progress progress,
      Optional<Seen> container,
      String reason,
      boolean unchecked) {

    static Standing of(String service, Progress progress, Optional<Seen> container, String why) {
      return new Standing(service, progress, container, why, false);
    }
  }

  /** Return the same of so many containers. */
  Expected withReplicas(int count) {
    return new Expected(service, image, count, oneShot, restarts);
  }

  /** Judge what is seen of all containers of the project. */
  Standing judge(List<Seen> all) {
    List<Seen> own = all.stream().filter(seen -> seen.service().equals(service)).toList();
    Standing worst = null;
    for (Seen seen : own) {
      Standing standing = judge(seen);
      if (worst == null
          || standing.progress().compareTo(worst.progress()) > 0
          || (standing.progress() == worst.progress() && standing.unchecked())) {
        worst = standing;
      }
    }
    if (worst != null && worst.progress() != Progress.READY) {
      return worst;
    }
    if (own.size() < replicas) {
      return Standing.of(
          service,
          Progress.WAITING,
          Optional.empty(),
          own.isEmpty()
              ? "has no container yet" + (image.isEmpty() ? "" : " of image " + image)
              : "has " + own.size() + " of " + replicas + " containers");
    }
    return worst == null ? Standing.of(service, Progress.READY, Optional.empty(), "") : worst;
  }

  private Standing judge(Seen seen) {
    ContainerStatus status = seen.status();
    if (status.state() == State.RUNNING) {
      return running(seen, status);
    }
    if (status.state() == State.RESTARTING || status.restarts() > 0) {
      String reason = "crashes: " + ended(status) + ", restarted " + times(status.restarts());
      return standing(
          status.restarts() >= CRASHES ? Progress.FAILED : Progress.WAITING, seen, reason);
    }
    if (status.state() == State.EXITED || status.state() == State.DEAD) {
      boolean well = status.exitCode().equals(OptionalInt.of(0)) && !status.oomKilled();
      if (well) {
        return standing(Progress.READY, seen, "");
      }
      return standing(restarts ? Progress.WAITING : Progress.FAILED, seen, ended(status));
    }
    return standing(Progress.WAITING, seen, "is only " + word(status.state()));
  }

  private Standing running(Seen seen, ContainerStatus status) {
    if (status.restarts() >= CRASHES) {
      return standing(Progress.FAILED, seen, "crashes: restarted " + times(status.restarts()));
    }
    if (oneShot) {
      return standing(Progress.WAITING, seen, "has not ended yet");
    }
    Optional<Health.Status> health = status.health().map(Health::status);
    if (health.equals(Optional.of(Health.Status.UNHEALTHY))) {
      return standing(Progress.FAILED, seen, "is unhealthy");
    }
    if (health.equals(Optional.of(Health.Status.STARTING))) {
      return standing(Progress.WAITING, seen, "is running and not healthy yet");
    }
    return new Standing(service, Progress.READY, Optional.of(seen), "", health.isEmpty());
  }

  private Standing standing(Progress progress, Seen seen, String reason) {
    return Standing.of(service, progress, Optional.of(seen), reason);
  }

  private static String ended(ContainerStatus status) {
    return "exited with "
        + (status.exitCode().isPresent() ? status.exitCode().getAsInt() : "an unknown code")
        + meaning(status);
  }

  private static String meaning(ContainerStatus status) {
    if (status.oomKilled()) {
      return " (killed by the kernel: out of memory)";
    }
    return switch (status.exitCode().orElse(0)) {
      case 125 -> " (the engine could not run it)";
      case 126 -> " (its program can't be executed)";
      case 127 -> " (its program is not there)";
      case 137 -> " (SIGKILL)";
      case 139 -> " (SIGSEGV)";
      case 143 -> " (SIGTERM)";
      default -> "";
    };
  }

  private static String times(int count) {
    return count == 1 ? "once" : count + " times";
  }

  private static String word(State state) {
    return switch (state) {
      case CREATED -> "created";
      case PAUSED -> "paused";
      default -> state.toString().toLowerCase(java.util.Locale.ROOT);
    };
  }
}
