package org.seatrial.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.seatrial.check.Profile;

/** The profiles that come with the command, and those of the jars and folders that a user names. */
final class Profiles implements AutoCloseable {

  /** What is checked when nobody says. */
  static final String DEFAULT = "nonRoot";

  private final Optional<URLClassLoader> loader;
  private final List<Profile> all;

  private Profiles(Optional<URLClassLoader> loader, List<Profile> all) {
    this.loader = loader;
    this.all = all;
  }

  /**
   * Find the profiles.
   *
   * @param classpath jars and folders of classes, in addition to what comes with the command
   * @throws CommandException when an entry is missing, or a profile can't be loaded
   */
  static Profiles on(List<Path> classpath) {
    if (classpath.isEmpty()) {
      return new Profiles(Optional.empty(), load(Profile.class.getClassLoader()));
    }
    URL[] urls = classpath.stream().map(Profiles::url).toArray(URL[]::new);
    URLClassLoader loader = new URLClassLoader(urls, Profile.class.getClassLoader());
    return new Profiles(Optional.of(loader), load(loader));
  }

  private static List<Profile> load(ClassLoader loader) {
    List<Profile> found = new ArrayList<>();
    try {
      ServiceLoader.load(Profile.class, loader).forEach(found::add);
    } catch (ServiceConfigurationError e) {
      Throwable cause = e.getCause();
      String why = cause == null ? "" : " (" + cause + ")";
      throw CommandException.usage("a profile can't be loaded: " + e.getMessage() + why, e);
    }
    found.sort(Comparator.comparing(Profile::name));
    return found;
  }

  private static URL url(Path entry) {
    if (!Files.isReadable(entry)) {
      throw CommandException.usage(
          "--classpath " + entry + ": there is no such jar or folder, or it can't be read");
    }
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a path is always a URL: " + entry, e);
    }
  }

  /** Return every profile, by name. */
  List<Profile> all() {
    return all;
  }

  /**
   * Return the profiles of these names, in their order; those that a user's classpath adds when no
   * name is given, else the default.
   *
   * @throws CommandException when there is none of a name, or more than one
   */
  List<Profile> named(List<String> names) {
    if (!names.isEmpty()) {
      return names.stream().map(this::named).toList();
    }
    List<Profile> own = all.stream().filter(this::isUsersOwn).toList();
    return own.isEmpty() ? List.of(named(DEFAULT)) : own;
  }

  private boolean isUsersOwn(Profile profile) {
    return loader.isPresent() && profile.getClass().getClassLoader() == loader.get();
  }

  private Profile named(String name) {
    List<Profile> found = all.stream().filter(profile -> profile.name().equals(name)).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    throw CommandException.usage(found.isEmpty() ? unknown(name) : ambiguous(name, found));
  }

  private String unknown(String name) {
    if (all.isEmpty()) {
      return "there is no profile " + name + ", and no other";
    }
    Optional<String> meant = Nearest.to(name, all.stream().map(Profile::name).toList());
    int width = all.stream().mapToInt(profile -> profile.name().length()).max().orElse(0);
    String listed =
        all.stream()
            .map(
                p ->
                    "  "
                        + p.name()
                        + " ".repeat(width - p.name().length())
                        + "  "
                        + p.description())
            .collect(Collectors.joining("\n"));
    return "there is no profile "
        + name
        + meant.map(other -> "; did you mean " + other + "?").orElse("")
        + "\nThere are:\n"
        + listed;
  }

  private static String ambiguous(String name, List<Profile> found) {
    return "the name "
        + name
        + " is taken by several profiles: "
        + found.stream().map(p -> p.getClass().getName()).collect(Collectors.joining(", "));
  }

  @Override
  public void close() {
    if (loader.isPresent()) {
      try {
        loader.get().close();
      } catch (IOException e) {
        throw new UncheckedIOException("a jar of the --classpath can't be closed", e);
      }
    }
  }
}
