package org.seatrial.docker;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.seatrial.deployment.ContainerStatus;
import org.seatrial.deployment.ContainerStatus.Health;
import org.seatrial.deployment.ContainerStatus.Limits;
import org.seatrial.deployment.ContainerStatus.State;
import org.seatrial.docker.ContainerDetails.Attachment;
import org.seatrial.docker.ContainerDetails.MountPoint;
import org.seatrial.docker.ContainerDetails.PublishedPort;

/** Reads the description of a container. */
final class ContainerReader {

  /** What engines give as the time of what has not happened. */
  private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

  private static final double NANOS = 1e9;

  private ContainerReader() {}

  static ContainerDetails read(InputStream in) throws IOException {
    Json json = Json.read(in);
    Json config = json.get("Config");
    return new ContainerDetails(
        id(json.get("Id")),
        status(json),
        config.get("Labels").textByName(),
        json.get("Image").text(),
        config.get("User").text(),
        json.get("State", "Pid").integer(),
        config.get("Tty").isTrue(),
        signal(config.get("StopSignal").text()),
        ports(json.get("NetworkSettings", "Ports")),
        networks(json.get("NetworkSettings", "Networks")),
        mounts(json.get("Mounts")),
        json.get("HostConfig", "PidMode").text().isEmpty());
  }

  static String id(Json json) throws UnsoundJson {
    String id = json.text();
    if (id.length() != 64 || !id.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
      throw json.wrong("id");
    }
    return id;
  }

  static State state(Json json) throws UnsoundJson {
    return switch (json.text()) {
      case "created" -> State.CREATED;
      case "running" -> State.RUNNING;
      case "paused" -> State.PAUSED;
      case "restarting" -> State.RESTARTING;
      case "exited" -> State.EXITED;
      case "dead", "removing" -> State.DEAD;
      default -> throw json.wrong("state of a container");
    };
  }

  private static ContainerStatus status(Json json) throws UnsoundJson {
    Json state = json.get("State");
    State does = state(state.get("Status"));
    boolean ended = does == State.EXITED || does == State.RESTARTING || does == State.DEAD;
    return new ContainerStatus(
        name(json.get("Name").text()),
        json.get("Config", "Image").text(),
        does,
        ended ? OptionalInt.of(state.get("ExitCode").integer()) : OptionalInt.empty(),
        state.get("OOMKilled").isTrue(),
        json.get("RestartCount").integer(),
        time(state.get("StartedAt")),
        health(state.get("Health")),
        json.get("Config", "Env").texts(),
        limits(json.get("HostConfig"), json.get("Config", "StopTimeout").number()));
  }

  /** Engines write a name as a path. */
  static String name(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }

  private static Optional<Health> health(Json health) throws UnsoundJson {
    Json status = health.get("Status");
    if (status.text().isEmpty() || status.text().equals("none")) {
      return Optional.empty();
    }
    List<Health.Run> log = new ArrayList<>();
    for (Json run : health.get("Log").elements()) {
      log.add(
          new Health.Run(
              time(run.get("Start")).orElse(NEVER),
              run.get("ExitCode").integer(),
              run.get("Output").text()));
    }
    return Optional.of(new Health(judgement(status), health.get("FailingStreak").integer(), log));
  }

  private static Health.Status judgement(Json status) throws UnsoundJson {
    return switch (status.text()) {
      case "starting" -> Health.Status.STARTING;
      case "healthy" -> Health.Status.HEALTHY;
      case "unhealthy" -> Health.Status.UNHEALTHY;
      default -> throw status.wrong("state of a health check");
    };
  }

  private static Limits limits(Json host, OptionalLong stopTimeout) throws UnsoundJson {
    return new Limits(
        positive(host.get("Memory").number()),
        cpus(host),
        positive(host.get("PidsLimit").number()),
        stopTimeout.isPresent()
            ? Optional.of(Duration.ofSeconds(Math.max(0, stopTimeout.getAsLong())))
            : Optional.empty());
  }

  private static Optional<Double> cpus(Json host) throws UnsoundJson {
    OptionalLong nanos = positive(host.get("NanoCpus").number());
    if (nanos.isPresent()) {
      return Optional.of(nanos.getAsLong() / NANOS);
    }
    OptionalLong quota = positive(host.get("CpuQuota").number());
    // The kernel's own period, in microseconds, where none is set.
    long period = positive(host.get("CpuPeriod").number()).orElse(100_000);
    return quota.isPresent() ? Optional.of((double) quota.getAsLong() / period) : Optional.empty();
  }

  /** Engines write 0 or -1 for a limit that is not set. */
  private static OptionalLong positive(OptionalLong number) {
    return number.orElse(0) > 0 ? number : OptionalLong.empty();
  }

  static Optional<Instant> time(Json json) throws UnsoundJson {
    String text = json.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      return time.isAfter(NEVER) ? Optional.of(time) : Optional.empty();
    } catch (DateTimeException e) {
      throw json.wrong("time", e);
    }
  }

  /** A signal may be set by its number or without its first letters; none is SIGTERM. */
  private static String signal(String set) {
    if (set.isEmpty() || set.equals("15")) {
      return "SIGTERM";
    }
    boolean name = Character.isLetter(set.charAt(0));
    String upper = set.toUpperCase(Locale.ROOT);
    return name && !upper.startsWith("SIG") ? "SIG" + upper : upper;
  }

  private static List<PublishedPort> ports(Json ports) throws UnsoundJson {
    List<PublishedPort> published = new ArrayList<>();
    for (Map.Entry<String, Json> port : ports.members().entrySet()) {
      int slash = port.getKey().indexOf('/');
      String protocol = slash < 0 ? "tcp" : port.getKey().substring(slash + 1);
      String number = slash < 0 ? port.getKey() : port.getKey().substring(0, slash);
      for (Json binding : port.getValue().elements()) {
        published.add(
            new PublishedPort(
                port(number, ports),
                protocol,
                binding.get("HostIp").text(),
                port(binding.get("HostPort").text(), binding)));
      }
    }
    return published;
  }

  private static int port(String text, Json where) throws UnsoundJson {
    // Five digits always fit.
    boolean digits = text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int port = digits && !text.isEmpty() ? Integer.parseInt(text) : -1;
    if (port < 0 || port > 65_535) {
      throw where.wrong("table of ports");
    }
    return port;
  }

  private static List<Attachment> networks(Json networks) throws UnsoundJson {
    List<Attachment> attached = new ArrayList<>();
    for (Map.Entry<String, Json> network : networks.members().entrySet()) {
      Json as = network.getValue();
      attached.add(
          new Attachment(network.getKey(), as.get("NetworkID").text(), as.get("IPAddress").text()));
    }
    return attached;
  }

  private static List<MountPoint> mounts(Json mounts) throws UnsoundJson {
    List<MountPoint> made = new ArrayList<>();
    for (Json mount : mounts.elements()) {
      made.add(
          new MountPoint(
              mount.get("Type").text(),
              mount.get("Name").text(),
              mount.get("Source").text(),
              mount.get("Destination").text(),
              mount.get("RW").isTrue()));
    }
    return made;
  }
}
