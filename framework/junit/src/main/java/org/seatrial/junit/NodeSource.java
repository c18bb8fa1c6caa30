package org.seatrial.junit;

import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seatrial.check.SourceLine;

/**
 * Where the nodes of a method's checks lead to.
 *
 * @param method the method that returned the checks
 * @param line whether each node names the line of its check, which an IDE opens; otherwise a node
 *     belongs to the method, which build tools need to tell its class
 */
record NodeSource(Method method, boolean line) {

  private static final String PARAMETER = "seatrial.junit.source";

  static NodeSource of(Method method, Settings settings) {
    return new NodeSource(method, leadsToLine(settings));
  }

  /**
   * Tell whether nodes lead to lines: {@code seatrial.junit.source} is {@code line} or {@code
   * method}; unless it is set it is {@code method} where Surefire, Failsafe or Gradle runs the
   * tests. Of a test with a class and a line Gradle makes a test class, and Surefire's report does
   * not tell the method and the image.
   */
  private static boolean leadsToLine(Settings settings) {
    String wanted = settings.parameter(PARAMETER).orElse("");
    return switch (wanted) {
      case "line" -> true;
      case "method" -> false;
      case "" ->
          Stream.of(
                  "surefire.real.class.path", "surefire.test.class.path", "org.gradle.test.worker")
              .noneMatch(property -> settings.parameter(property).isPresent());
      default ->
          throw new IllegalArgumentException(
              PARAMETER + " must be line or method, but is \"" + wanted + '"');
    };
  }

  /** Return what JUnit is told of a check; nothing when the method is enough. */
  @Nullable URI uri(SourceLine source) {
    if (!line) {
      return null;
    }
    String at = source.line() > 0 ? "?line=" + source.line() : "";
    try {
      return new URI("class", source.className() + at, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(source + " must be a line of a class", e);
    }
  }

  /** Return a stack trace that begins where the check was declared. */
  StackTraceElement[] trace(SourceLine source, StackTraceElement[] trace) {
    boolean own = source.className().equals(method.getDeclaringClass().getName());
    StackTraceElement declared =
        new StackTraceElement(
            source.className(),
            own ? method.getName() : "checks",
            source.file().isEmpty() ? null : source.file(),
            source.line() > 0 ? source.line() : -1);
    return Stream.concat(Stream.of(declared), Stream.of(trace)).toArray(StackTraceElement[]::new);
  }
}
