package org.seatrial.image.rows;

import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.Conditions.either;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.none;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.account.AccountConditions.beOfGroup;
import static org.seatrial.check.account.AccountConditions.beOwnedByUser;
import static org.seatrial.check.file.ContentConditions.match;
import static org.seatrial.check.file.FileConditions.beOfGroup;
import static org.seatrial.check.file.FileConditions.beOfType;
import static org.seatrial.check.file.FileConditions.beOwnedByUser;
import static org.seatrial.check.file.FileConditions.haveEntry;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileConditions.havePermission;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.check.file.FileSubjects.files;
import static org.seatrial.check.file.FileSubjects.path;
import static org.seatrial.check.file.Selections.are;
import static org.seatrial.check.file.Selections.directories;
import static org.seatrial.image.ConfigConditions.expose;
import static org.seatrial.image.ConfigConditions.haveCommand;
import static org.seatrial.image.ConfigConditions.haveEntrypoint;
import static org.seatrial.image.ConfigConditions.haveLabel;
import static org.seatrial.image.ConfigConditions.haveLabelMatching;
import static org.seatrial.image.ConfigConditions.haveUser;
import static org.seatrial.image.ConfigConditions.haveVariable;
import static org.seatrial.image.ConfigConditions.haveVariableMatching;
import static org.seatrial.image.ConfigConditions.haveVolume;
import static org.seatrial.image.ConfigConditions.haveWorkingDirectory;
import static org.seatrial.image.ImageSubject.image;

import java.util.List;
import java.util.stream.Stream;
import org.seatrial.check.file.FileType;

/** The rows of container-structure-test: existence, contents, metadata and licenses. */
class StructureTestRowsTest extends RowsContract {

  private static final List<Row> FILES =
      List.of(
          Row.of(
              "shouldExist: true",
              path("/etc/conf").should(exist()),
              path("/etc/no").should(exist())),
          Row.of(
              "shouldExist: false",
              path("/etc/no").should(notExist()),
              path("/etc/conf").should(notExist())),
          Row.of(
              "permissions: -rw-r--r--",
              path("/etc/limit").should(beOfType(FileType.REGULAR), haveMode("0644")),
              path("/etc/shadow").should(beOfType(FileType.REGULAR), haveMode("0644"))),
          Row.of(
              "permissions: Lrwxrwxrwx",
              path("/etc/run").should(beOfType(FileType.SYMLINK), haveMode("0777")),
              path("/var/run").should(beOfType(FileType.SYMLINK), haveMode("0777"))),
          Row.of(
              "permissions: urwxr-xr-x",
              path("/usr/bin/ping").should(beOfType(FileType.REGULAR), haveMode("4755")),
              path("/usr/bin/ping").should(beOfType(FileType.REGULAR), haveMode("0755"))),
          Row.of(
              "uid: 1001",
              path("/usr/bin/shop").should(beOwnedByUser(1001)),
              path("/usr/bin/ping").should(beOwnedByUser(1001))),
          Row.of(
              "gid: 42",
              path("/etc/shadow").should(beOfGroup(42)),
              path("/etc/limit").should(beOfGroup(42))),
          Row.of(
              "isExecutableBy: owner",
              path("/usr/bin/shop").should(havePermission("u+x")),
              path("/etc/limit").should(havePermission("u+x"))),
          Row.of(
              "isExecutableBy: group",
              path("/usr/bin/shop").should(havePermission("g+x")),
              path("/etc/limit").should(havePermission("g+x"))),
          Row.of(
              "isExecutableBy: other",
              path("/usr/bin/ping").should(havePermission("o+x")),
              path("/usr/bin/shop").should(havePermission("o+x"))),
          Row.of(
              "isExecutableBy: any",
              path("/usr/bin/shop")
                  .should(
                      havePermission("u+x").or(havePermission("g+x")).or(havePermission("o+x"))),
              path("/etc/limit")
                  .should(
                      havePermission("u+x").or(havePermission("g+x")).or(havePermission("o+x")))),
          Row.of(
              "expectedContents: [re]",
              file("/etc/conf").should(match("ssl.*\nport")),
              file("/etc/conf").should(match("^ssl"))),
          Row.of(
              "excludedContents: [re]",
              file("/etc/conf").should(exist(), not(match("^ssl"))),
              file("/etc/no").should(exist(), not(match("^ssl")))));

  private static final List<Row> METADATA =
      List.of(
          Row.of(
              "envVars: [{key, value}]",
              image().should(haveVariable("LANG", "C.UTF-8")),
              image().should(haveVariable("LANG", "C"))),
          Row.of(
              "envVars: [{key, value, isRegex}]",
              image().should(haveVariableMatching("LANG", "^C")),
              image().should(haveVariableMatching("LANG", "^UTF"))),
          Row.of(
              "unboundEnvVars: [{key}]",
              image().should(not(haveVariable("LC_ALL"))),
              image().should(not(haveVariable("LANG")))),
          Row.of(
              "labels: [{key, value}]",
              image().should(haveLabel("version", "1.4.2")),
              image().should(haveLabel("version", "1.4"))),
          Row.of(
              "labels: [{key, value, isRegex}]",
              image().should(haveLabelMatching("version", "^1\\.4")),
              image().should(haveLabelMatching("version", "^4"))),
          Row.of(
              "entrypoint: [a, b]",
              image().should(haveEntrypoint("shop", "serve")),
              image().should(haveEntrypoint("shop"))),
          Row.of(
              "entrypoint: []",
              image().should(not(haveEntrypoint())),
              image().should(haveEntrypoint())),
          Row.of(
              "cmd: [a]",
              image().should(haveCommand("--verbose")),
              image().should(haveCommand("--quiet"))),
          Row.of("cmd: []", image().should(not(haveCommand())), image().should(haveCommand())),
          Row.of("exposedPorts: [8080]", image().should(expose(8080)), image().should(expose(53))),
          Row.of(
              "exposedPorts: [53], any protocol",
              image().should(either(expose(53), expose(53, "udp"))),
              image().should(either(expose(54), expose(54, "udp")))),
          Row.of(
              "volumes: [/data]",
              image().should(haveVolume("/data")),
              image().should(haveVolume("/srv"))),
          Row.of(
              "unmountedVolumes: [/srv]",
              image().should(not(haveVolume("/srv"))),
              image().should(not(haveVolume("/data")))),
          Row.of(
              "workdir: /srv",
              image().should(haveWorkingDirectory("/srv")),
              image().should(haveWorkingDirectory("/"))),
          Row.of("user: 1001", image().should(haveUser("1001")), image().should(haveUser("0"))),
          Row.of(
              "unexposedPorts: [9090]",
              image().should(not(expose(9090)), not(expose(9090, "udp"))),
              image().should(not(expose(53)), not(expose(53, "udp")))));

  private static final List<Row> LICENSES =
      List.of(
          Row.of(
              "licenseTests: [{debian: true}], copyright",
              files("/usr/share/doc/*")
                  .that(are(directories()))
                  .should(each(haveEntry("copyright")))
                  .allow("/usr/share/doc/libgnutls30")
                  .because("it has none"),
              files("/usr/share/doc/*")
                  .that(are(directories()))
                  .should(each(haveEntry("copyright")))),
          Row.of(
              "licenseTests: [{debian: true}], text",
              files("/usr/share/doc/*/copyright").should(none(match("(?i)AGPL|WTFPL"))),
              files("/usr/share/doc/*/copyright").should(none(match("(?i)mit")))),
          Row.of(
              "licenseTests: [{files}]",
              file("/etc/limit").should(exist(), not(match("(?i)AGPL|WTFPL"))),
              file("/etc/no").should(exist(), not(match("(?i)AGPL|WTFPL")))));

  @Override
  Stream<Row> rows() {
    return Stream.of(FILES, METADATA, LICENSES).flatMap(List::stream);
  }
}
