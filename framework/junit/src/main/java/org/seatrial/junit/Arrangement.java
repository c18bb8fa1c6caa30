package org.seatrial.junit;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.seatrial.check.Printable;
import org.seatrial.deployment.ComposeScenario;
import org.seatrial.deployment.Variation;

/** A scenario in one variation: what one pass of a class is deployed as. */
record Arrangement(ComposeScenario scenario, Variation variation) {

  private static final String UID = "seatrial.uid";

  /** Where the user ids of restricted platforms begin, and how many are drawn from. */
  private static final long FIRST_UID = 1_000_680_000L;

  private static final int UIDS = 10_000;

  /** Return what the node of the test tree is called. */
  String name() {
    return variation instanceof Variation.AsDeclared
        ? scenario.name()
        : scenario.name() + ", " + variation.name();
  }

  /** Return those of the test class, scenario by scenario. */
  static List<Arrangement> allOf(ExtensionContext context) {
    Class<?> type = context.getRequiredTestClass();
    Settings settings = Settings.of(context);
    List<Variation> variations = variations(type, settings);
    List<Arrangement> all = new ArrayList<>();
    for (Compose compose : AnnotationSupport.findRepeatableAnnotations(type, Compose.class)) {
      ComposeScenario scenario = scenario(compose, settings);
      for (Variation variation : variations) {
        all.add(new Arrangement(scenario, variation));
      }
    }
    return all;
  }

  private static ComposeScenario scenario(Compose compose, Settings settings) {
    Placeholders placeholders = new Placeholders(settings);
    List<Path> files =
        Arrays.stream(compose.value()).map(file -> path(placeholders.fill(file))).toList();
    if (files.isEmpty()) {
      throw new IllegalArgumentException("@Compose must name at least one Compose file");
    }
    ComposeScenario named = ComposeScenario.of(files.get(0));
    return new ComposeScenario(
        compose.name().isEmpty() ? named.name() : compose.name(),
        files,
        List.of(compose.profiles()),
        environment(compose, placeholders),
        named.ports(),
        compose.build(),
        patience(compose));
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "@Compose must name files, but names " + Printable.quoted(text), e);
    }
  }

  private static Map<String, String> environment(Compose compose, Placeholders placeholders) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (String variable : compose.env()) {
      int sign = variable.indexOf('=');
      if (sign < 1) {
        throw new IllegalArgumentException(
            "env of @Compose must be NAME=value, but was " + Printable.quoted(variable));
      }
      environment.put(variable.substring(0, sign), placeholders.fill(variable.substring(sign + 1)));
    }
    return environment;
  }

  private static Duration patience(Compose compose) {
    try {
      return Duration.parse(compose.within());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "within of @Compose must be a duration such as PT90S, but was "
              + Printable.quoted(compose.within()),
          e);
    }
  }

  private static List<Variation> variations(Class<?> type, Settings settings) {
    Optional<Variations> wanted = AnnotationSupport.findAnnotation(type, Variations.class);
    if (wanted.isEmpty()) {
      return List.of(Variation.asDeclared());
    }
    List<Variation> variations =
        Arrays.stream(wanted.get().value())
            .map(kind -> variation(kind, wanted.get(), settings))
            .toList();
    if (variations.isEmpty()) {
      throw new IllegalArgumentException("@Variations must name at least one variation");
    }
    return variations;
  }

  private static Variation variation(Variations.Kind kind, Variations said, Settings settings) {
    return switch (kind) {
      case AS_DECLARED -> Variation.asDeclared();
      case ARBITRARY_USER -> Variation.arbitraryUser(uid(settings));
      case AS_ROOT -> Variation.asRoot();
      case READ_ONLY_ROOT -> Variation.readOnlyRoot(said.tmpfs());
      case NO_PRIVILEGES -> Variation.noPrivileges();
      case RESTARTED -> Variation.restarted();
      case ENTRYPOINT_MOUNTED -> Variation.entrypointMounted();
    };
  }

  private static long uid(Settings settings) {
    Optional<String> given = settings.parameter(UID);
    if (given.isEmpty()) {
      return FIRST_UID + ThreadLocalRandom.current().nextInt(UIDS);
    }
    try {
      return Long.parseLong(given.get());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          UID + " must be a user id, but is " + Printable.quoted(given.get()), e);
    }
  }
}
