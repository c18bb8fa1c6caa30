package org.seatrial.check.file;

import static org.seatrial.check.Judgement.holds;
import static org.seatrial.check.Judgement.violated;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Condition;
import org.seatrial.check.Finding;
import org.seatrial.check.Judgement;
import org.seatrial.check.Printable;
import org.seatrial.check.value.Attribute;
import org.seatrial.check.value.JsonValue;
import org.seatrial.check.value.TextLook;

/**
 * The conditions on what is known of a file without reading it: mode, owner, size, type, link,
 * capabilities. To be imported statically. All are violated when nothing is there. Where a
 * condition is taken, it is one of {@link org.seatrial.check.value.ValueConditions}.
 */
public final class FileConditions {

  private FileConditions() {}

  /**
   * Require exactly these permission bits: {@code file /etc/shadow should have mode 0640}.
   *
   * @param octal such as {@code 0640}; setuid, setgid and sticky are compared as well
   */
  public static Condition<FileStatus> haveMode(String octal) {
    Mode mode = Mode.parse(octal);
    String expected = "mode " + mode;
    return Condition.of(
        "have mode " + mode,
        expected,
        (known, facts) -> {
          Mode actual = known.value().mode();
          return actual.equals(mode)
              ? holds("mode " + actual, known.evidence())
              : violated(
                  Finding.of(
                          expected, "mode " + actual + difference(actual, mode), known.evidence())
                      .perhaps(changeMode(mode, known.value())));
        });
  }

  /**
   * Require that the condition holds of the permission bits, a text of four octal digits such as
   * {@code 0644}: {@code have mode be text matching /0$/}.
   */
  public static Condition<FileStatus> haveMode(Condition<? super JsonValue> condition) {
    return new Attribute<FileStatus>("have mode", file -> JsonValue.of(file.mode().toString()))
        .condition(condition);
  }

  /**
   * Require a bit beyond these: {@code not(beMorePermissiveThan("0644"))} accepts 0600 and refuses
   * 0664.
   *
   * @param octal such as {@code 0644}
   */
  public static Condition<FileStatus> beMorePermissiveThan(String octal) {
    Mode mode = Mode.parse(octal);
    String expected = "a permission beyond mode " + mode;
    return Condition.of(
        "be more permissive than " + mode,
        expected,
        (known, facts) -> {
          Mode actual = known.value().mode();
          String shown = "mode " + actual + difference(actual, mode);
          return Judgement.of(actual.beyond(mode).bits() != 0, expected, shown, known.evidence());
        });
  }

  /**
   * Require that all of these permissions are given: {@code havePermission("g+w")}.
   *
   * @param symbolic who ({@code u}, {@code g}, {@code o}, {@code a} for all three), {@code +}, and
   *     what ({@code r}, {@code w}, {@code x}), as chmod takes it
   */
  public static Condition<FileStatus> havePermission(String symbolic) {
    Mode mask = Symbolic.parse(symbolic);
    String expected = "permission " + symbolic;
    return Condition.of(
        "have permission " + symbolic,
        expected,
        (known, facts) -> {
          Mode actual = known.value().mode();
          Mode lacking = mask.beyond(actual);
          return Judgement.of(
              lacking.bits() == 0,
              expected,
              "mode " + actual + (lacking.bits() == 0 ? "" : ", which lacks " + lacking.inWords()),
              known.evidence());
        });
  }

  /** Require this owner and group by number: {@code be owned by 1001:0}. */
  public static Condition<FileStatus> beOwnedBy(long uid, long gid) {
    Owner owner = new Owner(uid, gid);
    return Condition.of(
        "be owned by " + owner,
        "owner " + owner,
        (known, facts) -> {
          Owner actual = known.value().owner();
          return actual.equals(owner)
              ? holds("owner " + actual, known.evidence())
              : violated(
                  Finding.of("owner " + owner, "owner " + actual, known.evidence())
                      .perhaps("chown " + owner + " " + Printable.of(known.value().path())));
        });
  }

  /** Require this owner by number, whatever the group. */
  public static Condition<FileStatus> beOwnedByUser(long uid) {
    return Condition.of(
        "be owned by uid " + uid,
        "uid " + uid,
        (known, facts) ->
            Judgement.of(
                known.value().owner().uid() == uid,
                "uid " + uid,
                "uid " + known.value().owner().uid(),
                known.evidence()));
  }

  /**
   * Require that the condition holds of the number of the owner: {@code have uid be at least 1000}.
   */
  public static Condition<FileStatus> beOwnedByUser(Condition<? super JsonValue> condition) {
    return new Attribute<FileStatus>("have uid", file -> JsonValue.of(file.owner().uid()))
        .condition(condition);
  }

  /** Require this group by number, whoever the owner. */
  public static Condition<FileStatus> beOfGroup(long gid) {
    return Condition.of(
        "be of gid " + gid,
        "gid " + gid,
        (known, facts) ->
            Judgement.of(
                known.value().owner().gid() == gid,
                "gid " + gid,
                "gid " + known.value().owner().gid(),
                known.evidence()));
  }

  /**
   * Require that the condition holds of the number of the group: {@code have gid be at least 1000}.
   */
  public static Condition<FileStatus> beOfGroup(Condition<? super JsonValue> condition) {
    return new Attribute<FileStatus>("have gid", file -> JsonValue.of(file.owner().gid()))
        .condition(condition);
  }

  /** Require that it belongs to this group and that the group may write to it. */
  public static Condition<FileStatus> beWritableByGroup(long gid) {
    String expected = "gid " + gid + " with group write";
    return Condition.of(
        "be writable by group " + gid,
        expected,
        (known, facts) -> {
          FileStatus file = known.value();
          return Judgement.of(
              file.owner().gid() == gid && file.mode().has(0020),
              expected,
              "gid " + file.owner().gid() + ", mode " + file.mode(),
              known.evidence());
        });
  }

  /**
   * Require that a process of this user and these groups can read it: its own bits and the search
   * permission on every directory above it (POSIX file access; access control lists aside).
   */
  public static Condition<FileStatus> beReadableBy(long uid, long... gids) {
    return new Accessible(Accessible.Access.READ, uid, groups(gids));
  }

  /**
   * Require that a process of this user and these groups can write to it; see {@link
   * #beReadableBy}.
   */
  public static Condition<FileStatus> beWritableBy(long uid, long... gids) {
    return new Accessible(Accessible.Access.WRITE, uid, groups(gids));
  }

  /**
   * Require that a process of this user and these groups can execute it; see {@link #beReadableBy}.
   */
  public static Condition<FileStatus> beExecutableBy(long uid, long... gids) {
    return new Accessible(Accessible.Access.EXECUTE, uid, groups(gids));
  }

  /** Require exactly this many bytes. */
  public static Condition<FileStatus> haveSize(long bytes) {
    return size("have size " + bytes + " bytes", bytes + " bytes", bytes, bytes);
  }

  /**
   * Require that the condition holds of the number of bytes: {@code have size be greater than 0}.
   */
  public static Condition<FileStatus> haveSize(Condition<? super JsonValue> condition) {
    return new Attribute<FileStatus>("have size", file -> JsonValue.of(file.size()))
        .condition(condition);
  }

  /** Require no more than this many bytes. */
  public static Condition<FileStatus> haveSizeAtMost(long bytes) {
    String expected = "at most " + bytes + " bytes";
    return size("have size " + expected, expected, 0, bytes);
  }

  /** Require no fewer than this many bytes. */
  public static Condition<FileStatus> haveSizeAtLeast(long bytes) {
    String expected = "at least " + bytes + " bytes";
    return size("have size " + expected, expected, bytes, Long.MAX_VALUE);
  }

  private static Condition<FileStatus> size(String phrase, String expected, long from, long to) {
    return Condition.of(
        phrase,
        expected,
        (known, facts) -> {
          long size = known.value().size();
          return Judgement.of(
              from <= size && size <= to, expected, size + " bytes", known.evidence());
        });
  }

  /** Require this type; for {@code path(…)} and {@code files(…)}, whose nouns leave it open. */
  public static Condition<FileStatus> beOfType(FileType type) {
    return Condition.of(
        "be of type " + type.phrase(),
        type.phrase(),
        (known, facts) ->
            Judgement.of(
                known.value().type() == type,
                type.phrase(),
                known.value().type().phrase(),
                known.evidence()));
  }

  /** Require that a symbolic link has this target, as written in it: {@code linkTo("../run")}. */
  public static Condition<FileStatus> linkTo(String target) {
    String expected = "link to " + Printable.quoted(target);
    return Condition.of(
        expected,
        expected,
        (known, facts) ->
            Judgement.of(
                known.value().linkTarget().filter(target::equals).isPresent(),
                expected,
                known
                    .value()
                    .linkTarget()
                    .map(actual -> "link to " + Printable.quoted(actual))
                    .orElse(known.value().type().phrase()),
                known.evidence()));
  }

  /**
   * Require a symbolic link, and that the condition holds of its target, as written in it: {@code
   * have link target be text matching /^[^/]/}.
   */
  public static Condition<FileStatus> linkTo(Condition<? super JsonValue> condition) {
    TextLook look = TextLook.whole("have link target", condition);
    return Condition.of(
        look.phrase(),
        look.expected(),
        (known, facts) ->
            known
                .value()
                .linkTarget()
                .map(target -> look.at(new Known<>(target, known.evidence()), facts))
                .orElseGet(
                    () ->
                        violated(
                            Finding.of(
                                look.expected(),
                                known.value().type().phrase(),
                                known.evidence()))));
  }

  /**
   * Require that something is where a link leads; files that are no links hold. For {@code
   * files("/**").that(are(symlinks())).should(each(leadSomewhere()))}.
   */
  public static Condition<FileStatus> leadSomewhere() {
    return Condition.ofFurther(
        "lead somewhere",
        "a file or directory where it leads",
        file -> new StatRequest(file.path(), Links.FOLLOW),
        (known, facts) -> holds(known.value().description(), known.evidence()));
  }

  /**
   * Require that a directory has an entry of this name; a link in its place must lead somewhere.
   * For {@code
   * files("/usr/share/doc/*").that(are(directories())).should(each(haveEntry("copyright")))}.
   *
   * @param name a single element, without a slash
   */
  public static Condition<FileStatus> haveEntry(String name) {
    if (name.isEmpty() || name.indexOf('/') >= 0) {
      throw new IllegalArgumentException(
          "name must be a single element of a path, but was " + Printable.quoted(name));
    }
    String expected = "an entry " + Printable.of(name);
    return Condition.ofFurther(
        "have " + expected,
        expected,
        file ->
            new StatRequest(
                file.path().equals("/") ? "/" + name : file.path() + "/" + name, Links.FOLLOW),
        (known, facts) -> holds(known.value().description(), known.evidence()));
  }

  /**
   * Require exactly these file capabilities, permitted or inheritable.
   *
   * @param names such as {@code cap_net_bind_service}; none at all for a file without capabilities
   * @throws IllegalArgumentException when Linux has no capability of such a name
   */
  public static Condition<FileStatus> haveCapabilities(String... names) {
    List<String> wanted =
        Arrays.stream(names).map(FileCapabilities::requireName).distinct().sorted().toList();
    String expected =
        wanted.isEmpty() ? "no capabilities" : "capabilities " + String.join(",", wanted);
    return Condition.ofFurther(
        "have " + expected,
        expected,
        file -> new CapabilitiesRequest(file.path()),
        (known, facts) -> {
          List<String> actual = known.value().map(FileCapabilities::names).orElse(List.of());
          return Judgement.of(
              actual.stream().sorted().toList().equals(wanted),
              expected,
              known.value().map(c -> "capabilities " + c).orElse("no capabilities"),
              known.evidence());
        });
  }

  private static List<Long> groups(long... gids) {
    return LongStream.of(gids).boxed().collect(Collectors.toUnmodifiableList());
  }

  private static String difference(Mode actual, Mode expected) {
    Mode more = actual.beyond(expected);
    Mode less = expected.beyond(actual);
    return (more.bits() == 0 ? "" : ", which also permits " + more.inWords())
        + (less.bits() == 0 ? "" : ", which lacks " + less.inWords());
  }

  private static String changeMode(Mode mode, FileStatus file) {
    return "chmod " + mode + " " + Printable.of(file.path());
  }
}
