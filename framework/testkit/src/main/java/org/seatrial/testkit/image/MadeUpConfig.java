package org.seatrial.testkit.image;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How containers of an image run unless they are told otherwise: the {@code config} object of its
 * configuration. Each method returns a changed copy; what is not said is not in the document.
 */
public final class MadeUpConfig {

  private static final MadeUpConfig EMPTY = new MadeUpConfig(Map.of());
  private static final String NOTHING = "{}";

  /** JSON by member, in the order in which the members were given. */
  private final Map<String, String> members;

  private MadeUpConfig(Map<String, String> members) {
    this.members = members;
  }

  /** Return a configuration that says nothing. */
  public static MadeUpConfig empty() {
    return EMPTY;
  }

  /** Set the user, such as {@code 1001} or {@code shop:0}. */
  public MadeUpConfig withUser(String user) {
    return with("User", JsonText.of(user));
  }

  /** Set the entrypoint. */
  public MadeUpConfig withEntrypoint(String... arguments) {
    return with("Entrypoint", JsonText.strings(Arrays.asList(arguments)));
  }

  /** Set the command. */
  public MadeUpConfig withCommand(String... arguments) {
    return with("Cmd", JsonText.strings(Arrays.asList(arguments)));
  }

  /** Set the working directory. */
  public MadeUpConfig withWorkingDirectory(String path) {
    return with("WorkingDir", JsonText.of(path));
  }

  /** Set the stop signal, such as {@code SIGINT}. */
  public MadeUpConfig withStopSignal(String signal) {
    return with("StopSignal", JsonText.of(signal));
  }

  /** Add a variable; one of the same name stays before it. */
  public MadeUpConfig withVariable(String name, String value) {
    return added("Env", "[]", JsonText.of(name + "=" + value));
  }

  /** Add an exposed port, such as {@code 8080/tcp}. */
  public MadeUpConfig withExposedPort(String port) {
    return added("ExposedPorts", NOTHING, JsonText.of(port) + ": {}");
  }

  /** Add a volume. */
  public MadeUpConfig withVolume(String path) {
    return added("Volumes", NOTHING, JsonText.of(path) + ": {}");
  }

  /** Add a label. */
  public MadeUpConfig withLabel(String name, String value) {
    return added("Labels", NOTHING, JsonText.of(name) + ": " + JsonText.of(value));
  }

  /** Set a health check that runs this every so often. */
  public MadeUpConfig withHealthCheck(Duration interval, String... arguments) {
    List<String> test = new ArrayList<>(List.of("CMD"));
    test.addAll(Arrays.asList(arguments));
    return with(
        "Healthcheck",
        "{\"Test\": %s, \"Interval\": %d}".formatted(JsonText.strings(test), interval.toNanos()));
  }

  /**
   * Set any member, also to what is wrong, such as {@code with("Env", "7")}.
   *
   * @param json as it stands in the document; it is not looked at
   */
  public MadeUpConfig with(String member, String json) {
    Map<String, String> more = new LinkedHashMap<>(members);
    more.put(member, json);
    return new MadeUpConfig(more);
  }

  /** Add to an array or object, before its last character. */
  private MadeUpConfig added(String member, String none, String json) {
    String old = members.getOrDefault(member, none);
    String open = old.substring(0, old.length() - 1);
    String close = old.substring(old.length() - 1);
    return with(member, open + (open.length() > 1 ? ", " : "") + json + close);
  }

  String json() {
    return JsonText.object(members, json -> json);
  }
}
