package org.seatrial.deployment.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Absent;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.Place;
import org.seatrial.check.Request;
import org.seatrial.check.file.DigestRequest;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.FileType;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.Mode;
import org.seatrial.check.file.Owner;
import org.seatrial.check.file.ReadAllRequest;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.check.file.Selection;
import org.seatrial.check.file.Selections;
import org.seatrial.check.file.StatRequest;
import org.seatrial.check.file.WalkRequest;

/** Holds a place to what {@code java.nio} says of the tree that it is made of. */
public abstract class FilesContract {

  private static final List<String> HOSTILE =
      List.of(
          "line\nbreak",
          "end\n",
          "'single' \"double\"",
          "$(touch pwned) `id` ${HOME}",
          "-rf",
          "*",
          "[a]?",
          " spaces\tand tabs ",
          "back\\slash\\n",
          "a -> b",
          "#mark @mark",
          "grün",
          "x".repeat(255));

  @TempDir protected Path tree;

  /** Return the place of which a folder of this machine is the content. */
  protected abstract Place placeOf(Path tree);

  /** Return the path in the place of what is below the folder at this path. */
  protected abstract String inPlace(String below);

  @BeforeEach
  void growTree() throws IOException {
    Path etc = Files.createDirectories(tree.resolve("etc/app"));
    write(etc.resolve("app.conf"), "port 80\n", "rw-r-----");
    write(etc.resolve("empty"), "", "rw-rw-rw-");
    write(etc.resolve("run"), "#!/bin/sh\n", "rwxr-xr-x");
    Files.createDirectories(etc.resolve("conf.d/deep"));
    write(etc.resolve("conf.d/a.conf"), "a", "rw-r--r--");
    write(etc.resolve("conf.d/b.conf"), "b\n@b 0 bye 0\n", "rw-r--r--");
    write(etc.resolve("conf.d/deep/c.conf"), "c", "rw-r--r--");
    write(etc.resolve("conf.d/.hidden.conf"), "h", "rw-r--r--");
    Files.createSymbolicLink(tree.resolve("conf"), Path.of("etc/app"));
    Files.createSymbolicLink(etc.resolve("conf.d/link.conf"), Path.of("a.conf"));
    Files.createSymbolicLink(etc.resolve("dangling"), Path.of("nowhere"));
    Files.createSymbolicLink(etc.resolve("round"), Path.of("round"));
    Path odd = Files.createDirectories(tree.resolve("odd"));
    for (String name : HOSTILE) {
      write(odd.resolve(name), name, "rw-r--r--");
      Files.createSymbolicLink(tree.resolve("etc").resolve(name), Path.of("../odd", name));
    }
  }

  private static void write(Path file, String text, String permissions) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000)));
  }

  private Map<Request<?>, Answer<?>> ask(Request<?>... requests) {
    return placeOf(tree).fetch(new LinkedHashSet<>(List.of(requests)));
  }

  private Answer<?> one(Request<?> request) {
    return requireNonNull(ask(request).get(request));
  }

  private StatRequest stat(String below, Links links) {
    return new StatRequest(inPlace(below), links);
  }

  @Test
  void tells_the_status_of_every_file_links_kept_and_followed() throws IOException {
    Map<Request<?>, FileStatus> expected = new HashMap<>();
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String below = tree.relativize(file).toString();
        if (below.isEmpty()) {
          continue;
        }
        expected.put(stat("/" + below, Links.KEEP), status(file));
        if (Files.exists(file)) {
          expected.put(stat("/" + below, Links.FOLLOW), status(file.toRealPath()));
        }
      }
    }
    Map<Request<?>, FileStatus> actual = new HashMap<>();
    placeOf(tree)
        .fetch(expected.keySet())
        .forEach((request, answer) -> actual.put(request, value(request, answer)));
    assertThat(actual).hasSizeGreaterThan(50).isEqualTo(expected);
  }

  private static FileStatus value(Request<?> request, Answer<?> answer) {
    assertThat(answer).as("%s", request).isInstanceOf(Known.class);
    return (FileStatus) ((Known<?>) answer).value();
  }

  private FileStatus status(Path file) throws IOException {
    int mode = (int) attribute(file, "mode");
    boolean link = Files.isSymbolicLink(file);
    boolean folder = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    FileType type = link ? FileType.SYMLINK : folder ? FileType.DIRECTORY : FileType.REGULAR;
    Path real =
        requireNonNull(file.getParent()).toRealPath().resolve(requireNonNull(file.getFileName()));
    return new FileStatus(
        inPlace("/" + tree.toRealPath().relativize(real)),
        type,
        new Mode(mode & 07777),
        new Owner((int) attribute(file, "uid"), (int) attribute(file, "gid")),
        type == FileType.REGULAR ? Files.size(file) : 0,
        Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
            .toInstant()
            .truncatedTo(ChronoUnit.SECONDS),
        link ? Optional.of(Files.readSymbolicLink(file).toString()) : Optional.empty(),
        Optional.empty());
  }

  private static Object attribute(Path file, String name) throws IOException {
    return requireNonNull(
        Files.getAttribute(file, "unix:" + name, LinkOption.NOFOLLOW_LINKS), name);
  }

  @Test
  void tells_what_is_absent_from_what_nobody_can_follow() {
    assertThat(one(stat("/etc/nothing", Links.FOLLOW))).isInstanceOf(Absent.class);
    assertThat(one(stat("/etc/nothing/at/all", Links.KEEP))).isInstanceOf(Absent.class);
    assertThat(one(stat("/etc/app/app.conf/x", Links.FOLLOW))).isInstanceOf(Absent.class);
    assertThat(one(stat("/etc/app/app.conf/", Links.FOLLOW))).isInstanceOf(Absent.class);
    assertThat(one(stat("/etc/app/dangling", Links.FOLLOW))).isInstanceOf(Absent.class);
    assertThat(one(stat("/etc/app/round", Links.FOLLOW))).isInstanceOf(Unknown.class);
    assertThat(one(stat("/" + "y".repeat(256), Links.FOLLOW))).isInstanceOf(Absent.class);
  }

  @Test
  void normalises_paths_as_the_kernel_follows_them() {
    StatRequest direct = stat("/etc/app/conf.d/a.conf", Links.FOLLOW);
    Object expected = ((Known<?>) one(direct)).value();
    for (String path :
        List.of(
            "//etc//app/./conf.d/a.conf",
            "/conf/conf.d/a.conf",
            "/conf/../app/conf.d/a.conf",
            "/etc/app/conf.d/link.conf")) {
      Answer<?> answer = one(stat(path, Links.FOLLOW));
      assertThat(answer).as(path).isInstanceOf(Known.class);
      assertThat(((Known<?>) answer).value()).as(path).isEqualTo(expected);
    }
  }

  @Test
  void reads_contents_and_their_digests() {
    String path = inPlace("/etc/app/conf.d/b.conf");
    assertThat(one(ReadRequest.of(path)).map(Object.class::cast))
        .isEqualTo(Answer.known(FileContent.of("b\n@b 0 bye 0\n")));
    assertThat(one(ReadRequest.of(inPlace("/etc/app/empty"))).map(Object.class::cast))
        .isEqualTo(Answer.known(FileContent.of("")));
    assertThat(one(new ReadRequest(path, 12))).isInstanceOf(Unknown.class);
    assertThat(one(new ReadRequest(path, 13))).isInstanceOf(Known.class);
    assertThat(one(ReadRequest.of(inPlace("/etc/app")))).isInstanceOf(Unknown.class);
    assertThat(one(ReadRequest.of(inPlace("/etc/nothing")))).isInstanceOf(Absent.class);
    assertThat(one(new DigestRequest(path, DigestRequest.Algorithm.MD5)).map(Object.class::cast))
        .isEqualTo(Answer.known("8794bf331cad4ae89c92de4a17003d34"));
  }

  @Test
  void walks_as_the_glob_and_the_selection_say() throws IOException {
    for (String glob :
        List.of("/**", "/etc/*", "/etc/**/*.conf", "/conf/?*.d/[!b].conf", "/odd/*")) {
      for (Selection selection :
          List.of(
              new Selection.Everything(),
              Selections.regularFiles(),
              Selections.areNot(Selections.symlinks()),
              Selections.executable(),
              Selections.worldWritable(),
              Selections.anyOf(Selections.largerThan(7), Selections.directories()),
              Selections.allOf(Selections.ownedBy(12345), Selections.regularFiles()))) {
        WalkRequest request = new WalkRequest(Glob.parse(inPlace(glob)), selection);
        List<FileStatus> expected = selected(request);
        Answer<?> answer = one(request);
        if (expected.isEmpty()) {
          assertThat(answer).as("%s", request).isInstanceOf(Absent.class);
        } else {
          assertThat(answer).as("%s", request).isInstanceOf(Known.class);
          List<FileStatus> found = new ArrayList<>();
          for (Object file : (List<?>) ((Known<?>) answer).value()) {
            found.add((FileStatus) ((Known<?>) file).value());
          }
          assertThat(found).as("%s", request).isEqualTo(expected);
        }
      }
    }
  }

  private List<FileStatus> selected(WalkRequest request) throws IOException {
    Map<String, FileStatus> expected = new TreeMap<>();
    Glob glob = request.glob();
    String canonical = glob.toString().replace(inPlace("/conf/"), inPlace("/etc/app/"));
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        FileStatus status = status(file);
        if (!file.equals(tree)
            && Glob.parse(canonical).matches(status.path())
            && request.selection().selects(status)) {
          expected.put(status.path(), status);
        }
      }
    }
    return List.copyOf(expected.values());
  }

  @Test
  void reads_all_that_a_glob_selects() {
    Answer<?> answer = one(new ReadAllRequest(Glob.parse(inPlace("/conf/conf.d/*.conf"))));
    assertThat(answer).isInstanceOf(Known.class);
    List<String> texts = new ArrayList<>();
    for (Object file : (List<?>) ((Known<?>) answer).value()) {
      ReadAllRequest.FileText text = (ReadAllRequest.FileText) ((Known<?>) file).value();
      texts.add(text.path() + "=" + text.content().text());
    }
    assertThat(texts)
        .containsExactly(
            inPlace("/etc/app/conf.d/.hidden.conf") + "=h",
            inPlace("/etc/app/conf.d/a.conf") + "=a",
            inPlace("/etc/app/conf.d/b.conf") + "=b\n@b 0 bye 0\n");
    assertThat(one(new ReadAllRequest(Glob.parse(inPlace("/conf/*.none")))))
        .isInstanceOf(Absent.class);
  }

  @Test
  void runs_nothing_that_a_name_says() throws IOException {
    Set<Request<?>> requests = new LinkedHashSet<>();
    for (String name : HOSTILE) {
      requests.add(stat("/odd/" + name, Links.FOLLOW));
      requests.add(ReadRequest.of(inPlace("/odd/" + name)));
    }
    Map<Request<?>, Answer<?>> answers = placeOf(tree).fetch(requests);
    for (String name : HOSTILE) {
      assertThat(
              requireNonNull(answers.get(ReadRequest.of(inPlace("/odd/" + name))))
                  .map(Object.class::cast))
          .as(name)
          .isEqualTo(Answer.known(FileContent.of(name)));
    }
    try (Stream<Path> files = Files.walk(tree)) {
      assertThat(files.filter(file -> file.endsWith("pwned"))).isEmpty();
    }
  }
}
