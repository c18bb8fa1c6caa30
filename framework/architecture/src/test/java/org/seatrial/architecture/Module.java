package org.seatrial.architecture;

import java.util.List;
import java.util.stream.Stream;

/**
 * One module of the framework: the packages below its root, what it may use, and what it may show.
 *
 * @param name the package below the root, which is also the module's name
 * @param uses the modules that it may know; arrows point inward only
 * @param libraries the outside packages that it may use, as ArchUnit patterns
 * @param shows those of the outside packages whose types may stand in public signatures
 * @param atLeast how many classes an import must see, so that no rule passes on nothing
 */
record Module(
    String name, List<String> uses, List<String> libraries, List<String> shows, int atLeast) {

  private static final String JACKSON = "com.fasterxml.jackson.core..";
  private static final String RE2J = "com.google.re2j..";
  private static final String OPENTEST4J = "org.opentest4j..";
  private static final String TESTCONTAINERS = "org.testcontainers..";
  private static final String JUNIT = "org.junit..";

  /** Return every published module, from the innermost to the outermost. */
  static List<Module> all() {
    return List.of(
        new Module("check", List.of(), List.of(OPENTEST4J, RE2J), List.of(OPENTEST4J), 1),
        new Module(
            "image", List.of("check"), List.of(RE2J, "com.github.luben.zstd.."), List.of(), 1),
        new Module("deployment", List.of("check"), List.of("org.awaitility..", RE2J), List.of(), 1),
        new Module("report", List.of("check"), List.of(JACKSON), List.of(), 1),
        new Module(
            "docker", List.of("check", "image", "deployment"), List.of(JACKSON), List.of(), 1),
        new Module(
            "testcontainers",
            List.of("check", "docker"),
            List.of(TESTCONTAINERS),
            List.of(TESTCONTAINERS),
            1),
        new Module(
            "testkit", List.of("check", "image"), List.of(OPENTEST4J), List.of(OPENTEST4J), 1),
        new Module(
            "junit",
            List.of("check", "image", "deployment", "report", "docker"),
            List.of(JUNIT, OPENTEST4J),
            List.of(JUNIT, OPENTEST4J),
            1),
        new Module(
            "cli",
            List.of("check", "image", "deployment", "report", "docker"),
            List.of("picocli.."),
            List.of(),
            1));
  }

  /** Return the pattern of the module's packages below the root. */
  String packages(String root) {
    return root + "." + name + "..";
  }

  /**
   * Return the patterns of every package that the module may know, its own and the JDK's included.
   */
  String[] known(String root) {
    Stream<String> own =
        Stream.concat(Stream.of(name), uses.stream()).map(m -> root + "." + m + "..");
    return Stream.of(platform(), own, libraries.stream()).flatMap(s -> s).toArray(String[]::new);
  }

  /** Return the patterns of every package whose types a public signature of the module may name. */
  String[] shown(String root) {
    return Stream.of(platform(), Stream.of(root + ".."), shows.stream())
        .flatMap(s -> s)
        .toArray(String[]::new);
  }

  private static Stream<String> platform() {
    return Stream.of("java..", "javax..", "org.jspecify.annotations..");
  }
}
