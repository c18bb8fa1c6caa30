package org.seatrial.image;

import static org.seatrial.check.Printable.quoted;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.seatrial.check.Condition;
import org.seatrial.check.Evidence;
import org.seatrial.check.Judgement;
import org.seatrial.check.Printable;
import org.seatrial.image.oci.ExposedPort;
import org.seatrial.image.oci.HealthCheck;
import org.seatrial.image.oci.ImagePlatform;
import org.seatrial.image.oci.RunConfig;

/**
 * The conditions on what an image's configuration says (OCI image specification, config.md). To be
 * imported statically. An image always has a configuration, so absence means nothing to them; a
 * place that is no image leaves them undetermined.
 */
public final class ConfigConditions {

  private ConfigConditions() {}

  /**
   * Require this user as it is written, such as {@code 1001} or {@code 1001:0}; empty means root.
   */
  public static Condition<ImageSummary> haveUser(String user) {
    return equal("user " + quoted(user), "User", run -> "user " + quoted(run.user()));
  }

  /**
   * Require a user other than root. A name is looked up in the image's passwd; a name that is not
   * there is violated, because an engine refuses to start it.
   */
  public static Condition<ImageSummary> runAsNonRoot() {
    return new NonRootUser();
  }

  /**
   * Require that the user is given by number, which Kubernetes needs to tell that it is not root.
   */
  public static Condition<ImageSummary> haveNumericUser() {
    return of(
        "have a numeric user",
        "a user id, such as 1001",
        "User",
        run ->
            !run.user().isEmpty()
                && run.user().split(":", 2)[0].chars().allMatch(c -> c >= '0' && c <= '9'),
        run -> "user " + quoted(run.user()));
  }

  /** Require that this environment variable is set, whatever its value. */
  public static Condition<ImageSummary> haveVariable(String name) {
    return of(
        "have variable " + name,
        "variable " + name,
        "Env",
        run -> run.environment().value(name).isPresent(),
        run ->
            run.environment().value(name).isPresent()
                ? "variable " + name + " is set"
                : "no variable " + name);
  }

  /** Require that this environment variable has this value. */
  public static Condition<ImageSummary> haveVariable(String name, String value) {
    return of(
        "have variable " + name + "=" + Printable.of(value),
        "variable " + name + "=" + value,
        "Env",
        run -> run.environment().value(name).filter(value::equals).isPresent(),
        run -> variable(run, name));
  }

  /** Require that the expression matches somewhere in the value of this environment variable. */
  public static Condition<ImageSummary> haveVariableMatching(String name, String regex) {
    Pattern pattern = compile(regex);
    return of(
        "have variable " + name + " matching /" + regex + "/",
        "variable " + name + " matching /" + regex + "/",
        "Env",
        run -> run.environment().value(name).filter(v -> pattern.matcher(v).find()).isPresent(),
        run -> variable(run, name));
  }

  /** Require that this label is set, whatever its value. */
  public static Condition<ImageSummary> haveLabel(String key) {
    return of(
        "have label " + key,
        "label " + key,
        "Labels",
        run -> run.labels().containsKey(key),
        run -> label(run, key));
  }

  /** Require that this label has this value. */
  public static Condition<ImageSummary> haveLabel(String key, String value) {
    return of(
        "have label " + key + "=" + Printable.of(value),
        "label " + key + "=" + value,
        "Labels",
        run -> value.equals(run.labels().get(key)),
        run -> label(run, key));
  }

  /** Require that the expression matches somewhere in the value of this label. */
  public static Condition<ImageSummary> haveLabelMatching(String key, String regex) {
    Pattern pattern = compile(regex);
    return of(
        "have label " + key + " matching /" + regex + "/",
        "label " + key + " matching /" + regex + "/",
        "Labels",
        run -> run.labels().containsKey(key) && pattern.matcher(run.labels().get(key)).find(),
        run -> label(run, key));
  }

  /**
   * Require exactly these arguments as the entrypoint in exec form; none at all for no entrypoint.
   */
  public static Condition<ImageSummary> haveEntrypoint(String... arguments) {
    return equal(
        "entrypoint " + exec(List.of(arguments)),
        "Entrypoint",
        run -> "entrypoint " + exec(run.entrypoint()));
  }

  /** Require this script as the entrypoint in shell form. */
  public static Condition<ImageSummary> haveShellEntrypoint(String script) {
    return shell("entrypoint", "Entrypoint", script, RunConfig::entrypoint);
  }

  /** Require exactly these arguments as the command in exec form; none at all for no command. */
  public static Condition<ImageSummary> haveCommand(String... arguments) {
    return equal(
        "command " + exec(List.of(arguments)), "Cmd", run -> "command " + exec(run.command()));
  }

  /** Require this script as the command in shell form. */
  public static Condition<ImageSummary> haveShellCommand(String script) {
    return shell("command", "Cmd", script, RunConfig::command);
  }

  /** Require this working directory, as written; empty stands for {@code /}. */
  public static Condition<ImageSummary> haveWorkingDirectory(String path) {
    return equal(
        "working directory " + quoted(path),
        "WorkingDir",
        run -> "working directory " + quoted(run.workingDirectory()));
  }

  /** Require that this TCP port is declared. */
  public static Condition<ImageSummary> expose(int port) {
    return expose(port, "tcp");
  }

  /**
   * Require that this port is declared, alone or in a range, for {@code tcp}, {@code udp} or {@code
   * sctp}.
   */
  public static Condition<ImageSummary> expose(int port, String protocol) {
    String text = port + "/" + protocol;
    return of(
        "expose " + text,
        "exposed port " + text,
        "ExposedPorts",
        run ->
            run.exposedPorts().ports().stream()
                .anyMatch(p -> p.contains(port) && p.protocol().equals(protocol)),
        ConfigConditions::ports);
  }

  /** Require that only ports from 1024 on are declared, which need no privilege. */
  public static Condition<ImageSummary> exposeOnlyUnprivilegedPorts() {
    return of(
        "expose only ports from 1024 on",
        "no exposed port below 1024",
        "ExposedPorts",
        run -> run.exposedPorts().ports().stream().noneMatch(p -> p.first() < 1024),
        ConfigConditions::ports);
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
    return equal(
        "stop signal " + quoted(signal),
        "StopSignal",
        run -> "stop signal " + quoted(run.stopSignal()));
  }

  /**
   * Require a health check that is not switched off. Images in the OCI format can hardly carry one:
   * most builders drop it, and the failure says so.
   */
  public static Condition<ImageSummary> haveHealthCheck() {
    return of(
        "have a health check",
        "a health check",
        "Healthcheck",
        run -> run.healthCheck().filter(check -> !check.isDisabled()).isPresent(),
        ConfigConditions::healthCheck);
  }

  /** Require a health check of exactly these words, such as {@code "CMD", "pg_isready"}. */
  public static Condition<ImageSummary> haveHealthCheck(String... test) {
    return equal(
        "health check " + exec(List.of(test)), "Healthcheck", ConfigConditions::healthCheck);
  }

  /** Require that the health check runs at least this often. */
  public static Condition<ImageSummary> haveHealthCheckEvery(Duration interval) {
    String expected = "a health check at least every " + interval;
    return of(
        "have " + expected,
        expected,
        "Healthcheck",
        run ->
            run.healthCheck()
                .filter(c -> !c.isDisabled() && every(c).compareTo(interval) <= 0)
                .isPresent(),
        run -> run.healthCheck().map(c -> "every " + every(c)).orElse("no health check"));
  }

  /** Require that the image is for this platform, such as {@code linux/arm64}. */
  public static Condition<ImageSummary> beFor(String platform) {
    ImagePlatform wanted = ImagePlatform.parse(platform).normalized();
    String expected = "platform " + wanted;
    return Condition.of(
        "be for " + wanted,
        expected,
        (known, facts) -> {
          ImagePlatform actual = known.value().config().platform().normalized();
          Evidence evidence = evidence(known.value(), "os and architecture");
          return Judgement.of(actual.equals(wanted), expected, "platform " + actual, evidence);
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

  private static Condition<ImageSummary> equal(
      String expected, String field, Function<RunConfig, String> actual) {
    return of(
        "have " + expected, expected, field, run -> actual.apply(run).equals(expected), actual);
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
                .orElse(noun + " " + exec(arguments.apply(run))));
  }

  private static String exec(List<String> arguments) {
    return "[" + String.join(", ", arguments.stream().map(Printable::quoted).toList()) + "]";
  }

  private static String variable(RunConfig run, String name) {
    Optional<String> value = run.environment().value(name);
    return value
        .map(v -> "variable " + name + "=" + (isSecret(name) ? "(not shown)" : v))
        .orElse("no variable " + name);
  }

  /** Tell by its name whether a variable may hold a secret, which no report shows. */
  private static boolean isSecret(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return Stream.of("PASS", "SECRET", "TOKEN", "KEY", "CREDENTIAL").anyMatch(upper::contains);
  }

  private static String label(RunConfig run, String key) {
    String value = run.labels().get(key);
    return value == null ? "no label " + key : "label " + key + "=" + value;
  }

  private static String ports(RunConfig run) {
    List<String> ports = run.exposedPorts().ports().stream().map(ExposedPort::toString).toList();
    return ports.isEmpty() ? "no exposed ports" : "exposed ports " + String.join(", ", ports);
  }

  private static String healthCheck(RunConfig run) {
    return run.healthCheck()
        .map(check -> "health check " + exec(check.test()))
        .orElse("no health check");
  }

  /** Docker checks every 30 seconds unless the image says otherwise. */
  private static Duration every(HealthCheck check) {
    return check.interval().isZero() ? Duration.ofSeconds(30) : check.interval();
  }

  private static Pattern compile(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("regex must have RE2's syntax: " + e.getMessage(), e);
    }
  }
}
