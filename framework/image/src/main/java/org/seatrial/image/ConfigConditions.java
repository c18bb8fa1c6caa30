package org.seatrial.image;

import static org.seatrial.check.Printable.quoted;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.seatrial.check.Condition;
import org.seatrial.check.Evidence;
import org.seatrial.check.Finding;
import org.seatrial.check.Judgement;
import org.seatrial.check.Printable;
import org.seatrial.check.process.ExecutionConditions;
import org.seatrial.image.oci.ImagePlatform;
import org.seatrial.image.oci.RunConfig;

/**
 * The conditions on what an image's configuration says (OCI image specification, config.md). To be
 * imported statically; {@link ExecutionConditions} come with them. An image always has a
 * configuration, so absence means nothing to them; a place that is no image leaves them
 * undetermined.
 */
public final class ConfigConditions extends ExecutionConditions {

  private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");

  private static final String LOST =
      "add HEALTHCHECK to the last build stage; if it is there, build in Docker's format: builders"
          + " such as Buildah drop it from the OCI format";

  private ConfigConditions() {}

  /**
   * Require this user as it is written, such as {@code 1001} or {@code 1001:0}; empty means root.
   */
  public static Condition<ImageSummary> haveUser(String user) {
    return equal("user", "User", user, RunConfig::user, Printable::quoted);
  }

  /**
   * Require that the user is given by number, which Kubernetes needs to tell that it is not root.
   */
  public static Condition<ImageSummary> haveNumericUser() {
    return of(
        "have a numeric user",
        "a user id, such as 1001",
        "User",
        run -> NonRootUser.isNumber(NonRootUser.name(run)),
        run -> "user " + quoted(run.user()));
  }

  /** Require that this label is set, whatever its value. */
  public static Condition<ImageSummary> haveLabel(String key) {
    return of(
        "have label " + key,
        "label " + key,
        "Labels",
        run -> run.labels().containsKey(key),
        run -> ConfigText.label(run, key));
  }

  /** Require that this label has this value. */
  public static Condition<ImageSummary> haveLabel(String key, String value) {
    return of(
        "have label " + key + "=" + Printable.of(value),
        "label " + key + "=" + value,
        "Labels",
        run -> value.equals(run.labels().get(key)),
        run -> ConfigText.label(run, key));
  }

  /**
   * Require that the expression matches somewhere in the value of this label.
   *
   * @throws IllegalArgumentException when it is no regular expression of RE2
   */
  public static Condition<ImageSummary> haveLabelMatching(String key, String regex) {
    Pattern pattern = compile(regex);
    return of(
        "have label " + key + " matching /" + regex + "/",
        "label " + key + " matching /" + regex + "/",
        "Labels",
        run -> run.labels().containsKey(key) && pattern.matcher(run.labels().get(key)).find(),
        run -> ConfigText.label(run, key));
  }

  /**
   * Require exactly these arguments as the entrypoint in exec form; none at all for no entrypoint.
   */
  public static Condition<ImageSummary> haveEntrypoint(String... arguments) {
    return equal(
        "entrypoint", "Entrypoint", List.of(arguments), RunConfig::entrypoint, ConfigText::exec);
  }

  /** Require this script as the entrypoint in shell form. */
  public static Condition<ImageSummary> haveShellEntrypoint(String script) {
    return shell("entrypoint", "Entrypoint", script, RunConfig::entrypoint);
  }

  /** Require exactly these arguments as the command in exec form; none at all for no command. */
  public static Condition<ImageSummary> haveCommand(String... arguments) {
    return equal("command", "Cmd", List.of(arguments), RunConfig::command, ConfigText::exec);
  }

  /** Require this script as the command in shell form. */
  public static Condition<ImageSummary> haveShellCommand(String script) {
    return shell("command", "Cmd", script, RunConfig::command);
  }

  /** Require this working directory, as written; empty stands for {@code /}. */
  public static Condition<ImageSummary> haveWorkingDirectory(String path) {
    return equal(
        "working directory", "WorkingDir", path, RunConfig::workingDirectory, Printable::quoted);
  }

  /** Require that this TCP port is declared. */
  public static Condition<ImageSummary> expose(int port) {
    return expose(port, "tcp");
  }

  /**
   * Require that this port is declared, alone or in a range, for {@code tcp}, {@code udp} or {@code
   * sctp}.
   *
   * @throws IllegalArgumentException when there is no such port or protocol
   */
  public static Condition<ImageSummary> expose(int port, String protocol) {
    requirePort(port, protocol);
    String text = port + "/" + protocol;
    return of(
        "expose " + text,
        "exposed port " + text,
        "ExposedPorts",
        run -> run.exposedPorts().contains(port, protocol),
        ConfigText::ports);
  }

  /**
   * Require that only ports from 1024 on are declared, of any protocol, which need no privilege. A
   * range that begins below, and an entry that is no port, are violated.
   */
  public static Condition<ImageSummary> exposeOnlyUnprivilegedPorts() {
    return of(
        "expose only ports from 1024 on",
        "no exposed port below 1024",
        "ExposedPorts",
        run ->
            run.exposedPorts().malformed().isEmpty()
                && run.exposedPorts().ports().stream().noneMatch(p -> p.first() < 1024),
        ConfigText::ports);
  }

  /** Require that this mount point is declared. */
  public static Condition<ImageSummary> haveVolume(String path) {
    return of(
        "have volume " + path,
        "volume " + path,
        "Volumes",
        run -> run.volumes().contains(path),
        run ->
            run.volumes().isEmpty() ? "no volumes" : "volumes " + String.join(", ", run.volumes()));
  }

  /** Require this stop signal, as written; empty stands for the default, SIGTERM. */
  public static Condition<ImageSummary> haveStopSignal(String signal) {
    return equal("stop signal", "StopSignal", signal, RunConfig::stopSignal, Printable::quoted);
  }

  /**
   * Require a health check that is not switched off. Images in the OCI format can hardly carry one:
   * builders such as Buildah drop it, and the failure says so.
   */
  public static Condition<ImageSummary> haveHealthCheck() {
    String expected = "a health check";
    return Condition.of(
        "have a health check",
        expected,
        (known, facts) -> {
          RunConfig run = known.value().config().run();
          Evidence evidence = evidence(known.value(), "config.Healthcheck");
          String actual = ConfigText.healthCheck(run);
          Finding finding = Finding.of(expected, actual, evidence);
          return ConfigText.interval(run).isPresent()
              ? Judgement.holds(actual, evidence)
              : Judgement.violated(run.healthCheck().isPresent() ? finding : finding.perhaps(LOST));
        });
  }

  /** Require a health check of exactly these words, such as {@code "CMD", "pg_isready"}. */
  public static Condition<ImageSummary> haveHealthCheck(String... test) {
    List<String> wanted = List.of(test);
    return of(
        "have health check " + ConfigText.exec(wanted),
        "health check " + ConfigText.exec(wanted),
        "Healthcheck",
        run -> run.healthCheck().filter(check -> check.test().equals(wanted)).isPresent(),
        ConfigText::healthCheck);
  }

  /** Require that the health check runs at least this often. */
  public static Condition<ImageSummary> haveHealthCheckEvery(Duration interval) {
    String expected = "a health check at least every " + interval;
    return of(
        "have " + expected,
        expected,
        "Healthcheck",
        run -> ConfigText.interval(run).filter(i -> i.compareTo(interval) <= 0).isPresent(),
        run ->
            ConfigText.interval(run)
                .map(i -> "a health check every " + i)
                .orElse(ConfigText.healthCheck(run)));
  }

  /**
   * Require that the image is for this platform, such as {@code linux/arm64}. The version of the
   * operating system counts only where one is given: {@code windows(10.0.17763.1040)/amd64}.
   *
   * @throws IllegalArgumentException when it is no platform
   */
  public static Condition<ImageSummary> beFor(String platform) {
    ImagePlatform wanted = ImagePlatform.parse(platform).normalized();
    String expected = "platform " + wanted;
    return Condition.of(
        "be for " + wanted,
        expected,
        (known, facts) -> {
          ImagePlatform actual = known.value().config().platform().normalized();
          Evidence evidence = evidence(known.value(), "os and architecture");
          return Judgement.of(
              wanted.distanceTo(actual) == 0, expected, "platform " + actual, evidence);
        });
  }

  /** Return where in the image the field was seen. */
  static Evidence evidence(ImageSummary image, String field) {
    return Evidence.of("config", image.configDigest().toString())
        .with("field", field)
        .with("platform", image.config().platform().toString());
  }

  private static Condition<ImageSummary> of(
      String phrase,
      String expected,
      String field,
      Predicate<RunConfig> predicate,
      Function<RunConfig, String> actual) {
    return Condition.of(
        phrase,
        expected,
        (known, facts) -> {
          RunConfig run = known.value().config().run();
          Evidence evidence = evidence(known.value(), "config." + field);
          return Judgement.of(predicate.test(run), expected, actual.apply(run), evidence);
        });
  }

  /** Compare values, not what is shown of them: that is cut and escaped. */
  private static <V> Condition<ImageSummary> equal(
      String noun, String field, V wanted, Function<RunConfig, V> value, Function<V, String> text) {
    String expected = noun + " " + text.apply(wanted);
    return of(
        "have " + expected,
        expected,
        field,
        run -> value.apply(run).equals(wanted),
        run -> {
          String actual = noun + " " + text.apply(value.apply(run));
          boolean unseen = actual.equals(expected) && !value.apply(run).equals(wanted);
          return unseen ? actual + ", which differs in what is escaped or cut here" : actual;
        });
  }

  private static Condition<ImageSummary> shell(
      String noun, String field, String script, Function<RunConfig, List<String>> arguments) {
    String expected = "shell " + noun + " " + quoted(script);
    return of(
        "have " + expected,
        expected,
        field,
        run -> run.shellScript(arguments.apply(run)).filter(script::equals).isPresent(),
        run ->
            run.shellScript(arguments.apply(run))
                .map(actual -> "shell " + noun + " " + quoted(actual))
                .orElse(noun + " " + ConfigText.exec(arguments.apply(run))));
  }

  private static void requirePort(int port, String protocol) {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port must be from 1 to 65535, but was " + port);
    }
    if (!PROTOCOLS.contains(protocol)) {
      throw new IllegalArgumentException(
          "protocol must be tcp, udp or sctp, but was " + quoted(protocol));
    }
  }

  static Pattern compile(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("regex must have RE2's syntax: " + e.getMessage(), e);
    }
  }
}
