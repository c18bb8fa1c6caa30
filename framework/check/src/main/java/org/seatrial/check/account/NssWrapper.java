package org.seatrial.check.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Absent;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.check.file.StatRequest;
import org.seatrial.check.process.RunningProcess;

/**
 * nss_wrapper in one process: a preloaded library that answers who a user is from the files that
 * two variables name.
 */
final class NssWrapper {

  private static final String LIBRARY = "libnss_wrapper.so";
  private static final String PRELOAD = "LD_PRELOAD";
  private static final String PASSWD = "NSS_WRAPPER_PASSWD";
  private static final String GROUP = "NSS_WRAPPER_GROUP";

  private final RunningProcess process;

  NssWrapper(RunningProcess process) {
    this.process = process;
  }

  /** Return what must be read, now that the environment is known. */
  List<Request<?>> requests() {
    List<Request<?>> requests = new ArrayList<>();
    library()
        .ifPresent(
            library -> {
              requests.add(maps());
              if (isPath(library)) {
                requests.add(new StatRequest(library, Links.FOLLOW));
              }
            });
    Stream.of(PASSWD, GROUP)
        .flatMap(name -> value(name).stream())
        .filter(NssWrapper::isPath)
        .forEach(path -> requests.add(ReadRequest.of(path)));
    return requests;
  }

  /** Look at each link of the chain; those that follow from a broken one are left out. */
  EntryTrail trail(Facts facts) {
    EntryTrail trail = new EntryTrail();
    if (process.variable(PRELOAD) instanceof Unknown<String> unknown) {
      return trail.isUnknown(unknown);
    }
    Optional<String> library = library();
    if (library.isPresent()) {
      preloaded(library.get(), facts, trail);
    } else {
      trail.isBroken(
          value(PRELOAD)
              .map(value -> PRELOAD + "=" + value + " names no " + LIBRARY)
              .orElse(PRELOAD + " is not set"));
    }
    Optional<FileContent> passwd = file(PASSWD, facts, trail);
    Optional<FileContent> group = file(GROUP, facts, trail);
    passwd.ifPresent(content -> entry(content, group, trail));
    return trail;
  }

  private void preloaded(String library, Facts facts, EntryTrail trail) {
    if (isPath(library)) {
      Answer<FileStatus> status = facts.get(new StatRequest(library, Links.FOLLOW));
      if (status instanceof Unknown<FileStatus> unknown) {
        trail.isUnknown(unknown);
      } else if (status instanceof Absent) {
        trail.isBroken(PRELOAD + " names " + library + ", which is not there");
        return;
      }
    }
    Answer<FileContent> mapped = facts.get(maps());
    if (mapped instanceof Known<FileContent> known) {
      if (known.value().lines().stream().anyMatch(NssWrapper::isOfLibrary)) {
        trail.holds("through nss_wrapper: " + library + " is mapped");
      } else {
        trail.isBroken(library + " is preloaded, but is not mapped in " + maps().path());
      }
    } else {
      trail.isUnknown(
          mapped instanceof Unknown<FileContent> unknown
              ? unknown
              : new Unknown<>(maps().path() + " is gone: the process has ended"));
    }
  }

  /** Tell whether a line of {@code /proc/PID/maps} is of the library, by its last field. */
  private static boolean isOfLibrary(String line) {
    int path = line.indexOf('/');
    return path >= 0 && isLibrary(line.substring(path));
  }

  /** Return the content of the file that a variable names. */
  private Optional<FileContent> file(String variable, Facts facts, EntryTrail trail) {
    Optional<String> path = value(variable);
    if (path.isEmpty()) {
      trail.isBroken(variable + " is not set");
      return Optional.empty();
    }
    if (!isPath(path.get())) {
      trail.isUnknown(
          new Unknown<>(variable + "=" + path.get() + " is no absolute path, and can't be found"));
      return Optional.empty();
    }
    Answer<FileContent> content = facts.get(ReadRequest.of(path.get()));
    if (content instanceof Known<FileContent> known) {
      return Optional.of(known.value());
    }
    if (content instanceof Unknown<FileContent> unknown) {
      trail.isUnknown(unknown);
    } else {
      trail.isBroken(variable + " names " + path.get() + ", which is not there");
    }
    return Optional.empty();
  }

  private void entry(FileContent passwd, Optional<FileContent> group, EntryTrail trail) {
    Accounts accounts = Accounts.parse(passwd.text(), group.map(FileContent::text).orElse(""));
    long uid = process.credentials().effectiveUid();
    String path = value(PASSWD).orElse("");
    Optional<User> user = accounts.user(uid);
    if (user.isPresent()) {
      trail.holds(user.get().description() + " in " + path);
      return;
    }
    // Lines that can't be read are numbered under the usual name of the file.
    String malformed =
        accounts.malformed().stream()
            .filter(line -> line.startsWith("/etc/passwd "))
            .map(line -> line.substring("/etc/passwd ".length()))
            .findFirst()
            .map(line -> "; its " + line + " is no entry of seven fields")
            .orElse("");
    trail.isBroken(path + " has no entry for uid " + uid + malformed);
  }

  private Optional<String> library() {
    return value(PRELOAD).stream()
        .flatMap(value -> Stream.of(value.replace(':', ' ').split(" ")))
        .filter(NssWrapper::isLibrary)
        .findFirst();
  }

  private static boolean isLibrary(String path) {
    return path.substring(path.lastIndexOf('/') + 1).startsWith(LIBRARY);
  }

  /** Tell whether it can be looked up as it is: {@code $LIB} is replaced by the loader only. */
  private static boolean isPath(String path) {
    return path.startsWith("/") && path.indexOf('$') < 0;
  }

  /** Return the value of a variable that is set and not empty. */
  private Optional<String> value(String name) {
    return process.variable(name) instanceof Known<String> known && !known.value().isEmpty()
        ? Optional.of(known.value())
        : Optional.empty();
  }

  private ReadRequest maps() {
    return ReadRequest.of("/proc/" + process.pid() + "/maps");
  }
}
