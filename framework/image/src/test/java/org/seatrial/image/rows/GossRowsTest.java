package org.seatrial.image.rows;

import static org.seatrial.check.Conditions.any;
import static org.seatrial.check.Conditions.both;
import static org.seatrial.check.Conditions.either;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.account.AccountConditions.beInGroup;
import static org.seatrial.check.account.AccountConditions.beOfGroup;
import static org.seatrial.check.account.AccountConditions.beOwnedBy;
import static org.seatrial.check.account.AccountConditions.beOwnedByUser;
import static org.seatrial.check.account.AccountConditions.haveGid;
import static org.seatrial.check.account.AccountConditions.haveHome;
import static org.seatrial.check.account.AccountConditions.havePrimaryGid;
import static org.seatrial.check.account.AccountConditions.haveShell;
import static org.seatrial.check.account.AccountConditions.haveUid;
import static org.seatrial.check.account.AccountSubjects.group;
import static org.seatrial.check.account.AccountSubjects.user;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.check.file.ContentConditions.haveContent;
import static org.seatrial.check.file.ContentConditions.haveJson;
import static org.seatrial.check.file.ContentConditions.haveLine;
import static org.seatrial.check.file.ContentConditions.haveLineMatching;
import static org.seatrial.check.file.ContentConditions.haveMd5;
import static org.seatrial.check.file.ContentConditions.haveSha256;
import static org.seatrial.check.file.ContentConditions.haveSha512;
import static org.seatrial.check.file.ContentConditions.match;
import static org.seatrial.check.file.FileConditions.beOfGroup;
import static org.seatrial.check.file.FileConditions.beOfType;
import static org.seatrial.check.file.FileConditions.beOwnedBy;
import static org.seatrial.check.file.FileConditions.beOwnedByUser;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileConditions.haveSize;
import static org.seatrial.check.file.FileConditions.haveSizeAtLeast;
import static org.seatrial.check.file.FileConditions.haveSizeAtMost;
import static org.seatrial.check.file.FileConditions.linkTo;
import static org.seatrial.check.file.FileSubjects.directory;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.check.file.FileSubjects.path;
import static org.seatrial.check.value.ValueConditions.be;
import static org.seatrial.check.value.ValueConditions.beAtLeast;
import static org.seatrial.check.value.ValueConditions.beAtMost;
import static org.seatrial.check.value.ValueConditions.beGreaterThan;
import static org.seatrial.check.value.ValueConditions.beLessThan;
import static org.seatrial.check.value.ValueConditions.beSemanticVersionIn;
import static org.seatrial.check.value.ValueConditions.beTextMatching;
import static org.seatrial.check.value.ValueConditions.haveElement;
import static org.seatrial.check.value.ValueConditions.haveLength;
import static org.seatrial.check.value.ValueConditions.haveValue;
import static org.seatrial.image.packages.PackageConditions.beInstalled;
import static org.seatrial.image.packages.PackageConditions.haveVersion;
import static org.seatrial.image.packages.PackageConditions.haveVersionIn;
import static org.seatrial.image.packages.PackageSubjects.installedPackage;
import static org.seatrial.image.packages.PackageSubjects.installedPackages;

import java.util.List;
import java.util.stream.Stream;
import org.seatrial.check.Check;
import org.seatrial.check.Condition;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.FileType;

/** The rows of goss: file, user, group and package. */
class GossRowsTest extends RowsContract {

  private static final List<Row> FILE =
      List.of(
          Row.of(
              "file exists: true",
              path("/etc/conf").should(exist()),
              path("/etc/no").should(exist())),
          Row.of(
              "file exists: false",
              path("/etc/no").should(notExist()),
              path("/etc/conf").should(notExist())),
          Row.of(
              "filetype: directory",
              path("/var/run").should(beOfType(FileType.DIRECTORY)),
              path("/etc/run").should(beOfType(FileType.DIRECTORY))),
          Row.of(
              "filetype: directory, links followed",
              directory("/etc/run").should(exist()),
              directory("/etc/conf").should(exist())),
          Row.of(
              "mode: \"4755\"",
              path("/usr/bin/ping").should(haveMode("4755")),
              path("/usr/bin/ping").should(haveMode("0755"))),
          Row.of(
              "size: 2",
              file("/etc/limit").should(haveSize(2)),
              file("/etc/limit").should(haveSize(3))),
          Row.of(
              "size: {le: 2}",
              file("/etc/limit").should(haveSizeAtMost(2)),
              file("/etc/limit").should(haveSizeAtMost(1))),
          Row.of(
              "size: {ge: 2}",
              file("/etc/limit").should(haveSizeAtLeast(2)),
              file("/etc/limit").should(haveSizeAtLeast(3))),
          Row.of(
              "owner: shop",
              path("/usr/bin/shop").should(beOwnedByUser("shop")),
              path("/usr/bin/ping").should(beOwnedByUser("shop"))),
          Row.of(
              "group: shadow",
              path("/etc/shadow").should(beOfGroup("shadow")),
              path("/etc/limit").should(beOfGroup("shadow"))),
          Row.of(
              "owner: root, group: shadow",
              path("/etc/shadow").should(beOwnedBy("root", "shadow")),
              path("/etc/shadow").should(beOwnedBy("shop", "shadow"))),
          Row.of(
              "uid: 1001",
              path("/usr/bin/shop").should(beOwnedByUser(1001)),
              path("/usr/bin/shop").should(beOwnedByUser(0))),
          Row.of(
              "gid: 42",
              path("/etc/shadow").should(beOfGroup(42)),
              path("/etc/shadow").should(beOfGroup(0))),
          Row.of(
              "linked-to: ../var/run",
              path("/etc/run").should(linkTo("../var/run")),
              path("/etc/run").should(linkTo("/var/run"))));

  private static final List<Row> CONTENTS =
      List.of(
          Row.of("contents: [\"ssl\"]", conf(contain("ssl")), conf(contain("tls"))),
          Row.of("contents: [\"!tls\"]", conf(not(contain("tls"))), conf(not(contain("ssl")))),
          Row.of(
              "contents: [\"/^ssl = on$/\"]",
              conf(haveLineMatching("^ssl = on$")),
              conf(haveLineMatching("^= on$"))),
          Row.of(
              "contents: [\"!/^= on/\"]",
              conf(not(haveLineMatching("^= on"))),
              conf(not(haveLineMatching("^ssl")))),
          Row.of(
              "contents: \"4\\n\"",
              file("/etc/limit").should(haveContent("4\n")),
              file("/etc/limit").should(haveContent("4"))),
          Row.of(
              "contents: \"\"",
              file("/etc/empty").should(haveContent("")),
              file("/etc/limit").should(haveContent(""))),
          Row.of("contents: {match-regexp: re}", conf(match("^# shop\\nssl")), conf(match("^ssl"))),
          Row.of(
              "contents: {contain-substring: t}",
              conf(contain("shop\nssl")),
              conf(contain("ssl\nshop"))),
          Row.of(
              "contents: {have-prefix: t}", conf(match("^\\Q# sh\\E")), conf(match("^\\Qssl\\E"))),
          Row.of(
              "contents: {have-suffix: t}",
              conf(match("\\Q8080\n\\E$")),
              conf(match("\\Q8080\\E$"))),
          Row.of(
              "contents: {contain-element: line}",
              conf(haveLine("ssl = on")),
              conf(haveLine("ssl"))),
          Row.of(
              "contents: {have-len: 2}",
              file("/etc/limit").should(haveSize(2)),
              file("/etc/limit").should(haveSize(1))));

  private static final List<Row> VALUES =
      List.of(
          Row.of(
              "contents: 4",
              file("/etc/limit").should(haveContent(be(4))),
              file("/etc/limit").should(haveContent(be(5)))),
          Row.of(
              "contents: {lt: 5}",
              file("/etc/limit").should(haveContent(beLessThan(5))),
              file("/etc/limit").should(haveContent(beLessThan(4)))),
          Row.of(
              "contents: {le: 4}",
              file("/etc/limit").should(haveContent(beAtMost(4))),
              file("/etc/limit").should(haveContent(beAtMost(3)))),
          Row.of(
              "contents: {gt: 3}",
              file("/etc/limit").should(haveContent(beGreaterThan(3))),
              file("/etc/limit").should(haveContent(beGreaterThan(4)))),
          Row.of(
              "contents: {ge: 4}",
              file("/etc/limit").should(haveContent(beAtLeast(4))),
              file("/etc/limit").should(haveContent(beAtLeast(5)))),
          Row.of(
              "contents: {semver-constraint: \">=1.2.0 <2.0.0\"}",
              file("/etc/version").should(haveContent(beSemanticVersionIn(">=1.2.0 <2.0.0"))),
              file("/etc/version").should(haveContent(beSemanticVersionIn(">=2.0.0 || <1.0.0")))));

  private static final List<Row> ATTRIBUTES =
      List.of(
          Row.of(
              "mode: {or: [\"0750\", \"0700\"]}",
              path("/usr/bin/shop").should(haveMode(either(be("0750"), be("0700")))),
              path("/usr/bin/shop").should(haveMode(either(be("0755"), be("0700"))))),
          Row.of(
              "size: {gt: 1}",
              file("/etc/limit").should(haveSize(beGreaterThan(1))),
              file("/etc/limit").should(haveSize(beGreaterThan(2)))),
          Row.of(
              "owner: {or: [root, shop]}",
              path("/usr/bin/shop").should(either(beOwnedByUser("root"), beOwnedByUser("shop"))),
              path("/usr/bin/shop").should(either(beOwnedByUser("root"), beOwnedByUser("sync")))),
          Row.of(
              "uid: {lt: 2000}",
              path("/usr/bin/shop").should(beOwnedByUser(beLessThan(2000))),
              path("/usr/bin/shop").should(beOwnedByUser(beLessThan(1001)))),
          Row.of(
              "gid: {ge: 42}",
              path("/etc/shadow").should(beOfGroup(beAtLeast(42))),
              path("/etc/shadow").should(beOfGroup(beAtLeast(43)))),
          Row.of(
              "linked-to: {match-regexp: run$}",
              path("/etc/run").should(linkTo(beTextMatching("run$"))),
              path("/etc/run").should(linkTo(beTextMatching("^/")))),
          Row.of(
              "user: {shop: {uid: {lt: 2000}}}",
              user("shop").should(haveUid(beLessThan(2000))),
              user("shop").should(haveUid(beLessThan(1000)))),
          Row.of(
              "user: {shop: {gid: {le: 0}}}",
              user("shop").should(havePrimaryGid(beAtMost(0))),
              user("shop").should(havePrimaryGid(beGreaterThan(0)))),
          Row.of(
              "home: {match-regexp: ^/srv}",
              user("shop").should(haveHome(beTextMatching("^/srv"))),
              user("shop").should(haveHome(beTextMatching("^/home")))),
          Row.of(
              "shell: {not: /bin/bash}",
              user("shop").should(haveShell(not(be("/bin/bash")))),
              user("shop").should(haveShell(not(be("/bin/sh"))))),
          Row.of(
              "group: {shop: {gid: {gt: 100}}}",
              group("shop").should(haveGid(beGreaterThan(100))),
              group("shop").should(haveGid(beGreaterThan(101)))),
          Row.of(
              "versions: {contain-element: {match-regexp: deb12u}}",
              installedPackages("curl").should(any(haveVersion(beTextMatching("deb12u")))),
              installedPackages("curl").should(any(haveVersion(beTextMatching("deb11u"))))));

  private static final List<Row> JSON =
      List.of(
          Row.of(
              "gjson: {server.port: 8080}",
              file("/etc/shop.json").should(haveJson("/server/port", be(8080))),
              file("/etc/shop.json").should(haveJson("/server/port", be(80)))),
          Row.of(
              "gjson: {server.name: shop}",
              file("/etc/shop.json").should(haveJson("/server/name", be("shop"))),
              file("/etc/shop.json").should(haveJson("/server/port", be("8080")))),
          Row.of(
              "gjson: {server.tls: true}",
              file("/etc/shop.json").should(haveJson("/server/tls", be(true))),
              file("/etc/shop.json").should(haveJson("/server/tls", be(false)))),
          Row.of(
              "gjson: {server.port: {lt: 9000}}",
              file("/etc/shop.json").should(haveJson("/server/port", beLessThan(9000))),
              file("/etc/shop.json").should(haveJson("/server/port", beLessThan(8080)))),
          Row.of(
              "gjson: {server.name: {match-regexp: ^sh}}",
              file("/etc/shop.json").should(haveJson("/server/name", beTextMatching("^sh"))),
              file("/etc/shop.json").should(haveJson("/server/name", beTextMatching("^op")))),
          Row.of(
              "gjson: {plugins.#: 2}",
              file("/etc/shop.json").should(haveJson("/plugins", haveLength(2))),
              file("/etc/shop.json").should(haveJson("/plugins", haveLength(3)))),
          Row.of(
              "gjson: {plugins.0.name: auth}",
              file("/etc/shop.json").should(haveJson("/plugins/0/name", be("auth"))),
              file("/etc/shop.json").should(haveJson("/plugins/2/name", be("auth")))),
          Row.of(
              "gjson: {plugins.#.name: {contain-element: tls}}",
              file("/etc/shop.json")
                  .should(haveJson("/plugins", haveElement(haveValue("/name", be("tls"))))),
              file("/etc/shop.json")
                  .should(haveJson("/plugins", haveElement(haveValue("/name", be("ldap")))))),
          Row.of(
              "gjson: {plugins.#(name==tls).port: 8443}",
              file("/etc/shop.json")
                  .should(
                      haveJson(
                          "/plugins",
                          haveElement(
                              both(haveValue("/name", be("tls")), haveValue("/port", be(8443)))))),
              file("/etc/shop.json")
                  .should(
                      haveJson(
                          "/plugins",
                          haveElement(
                              both(
                                  haveValue("/name", be("auth")), haveValue("/port", be(8443))))))),
          Row.of(
              "gjson: {server: {have-key: host}}",
              file("/etc/shop.json").should(haveJson("/server/host", exist())),
              file("/etc/shop.json").should(haveJson("/server/user", exist()))),
          Row.of(
              "gjson: {a\\.b.c/d: x}",
              file("/etc/shop.json").should(haveJson("/a.b/c~1d", be("x"))),
              file("/etc/shop.json").should(haveJson("/a/b", be("x")))));

  private static final List<Row> ACCOUNTS =
      List.of(
          Row.of("user exists: true", user("shop").should(exist()), user("nobody").should(exist())),
          Row.of(
              "user exists: false",
              user("nobody").should(notExist()),
              user("shop").should(notExist())),
          Row.of(
              "uid: 1001", user("shop").should(haveUid(1001)), user("shop").should(haveUid(1000))),
          Row.of(
              "gid: 0",
              user("shop").should(havePrimaryGid(0)),
              user("shop").should(havePrimaryGid(101))),
          Row.of(
              "home: /srv",
              user("shop").should(haveHome("/srv")),
              user("shop").should(haveHome("/"))),
          Row.of(
              "shell: /bin/sh",
              user("shop").should(haveShell("/bin/sh")),
              user("shop").should(haveShell("/bin/bash"))),
          Row.of(
              "groups: [root, shadow]",
              user("shop").should(beInGroup("root"), beInGroup("shadow")),
              user("shop").should(beInGroup("root"), beInGroup("shop"))),
          Row.of(
              "group: {shop: {exists: true, gid: 101}}",
              group("shop").should(exist(), haveGid(101)),
              group("shop").should(exist(), haveGid(102))));

  private static final List<Row> PACKAGES_AND_MORE =
      List.of(
          Row.of(
              "package installed: true",
              installedPackage("curl").should(beInstalled()),
              installedPackage("wget").should(beInstalled())),
          Row.of(
              "package installed: false",
              installedPackage("wget").should(not(beInstalled())),
              installedPackage("curl").should(not(beInstalled()))),
          Row.of(
              "versions: [\"7.88.1-10+deb12u12\"]",
              installedPackages("curl").should(any(haveVersion("7.88.1-10+deb12u12"))),
              installedPackages("curl").should(any(haveVersion("7.88.1-10")))),
          Row.of(
              "versions: {semver-constraint: \">=7.88\"}",
              installedPackage("curl").should(haveVersionIn(">= 7.88")),
              installedPackage("curl").should(haveVersionIn(">= 8"))),
          Row.of(
              "and",
              conf(both(contain("ssl"), contain("port"))),
              conf(both(contain("ssl"), contain("tls")))),
          Row.of(
              "or",
              conf(either(contain("tls"), contain("port"))),
              conf(either(contain("tls"), contain("udp")))),
          Row.of(
              "md5",
              file("/etc/limit").should(haveMd5("48a24b70a0b376535542b996af517398")),
              file("/etc/limit").should(haveMd5("a87ff679a2f3e71d9181a67b7542122c"))),
          Row.of(
              "sha256",
              file("/etc/limit")
                  .should(
                      haveSha256(
                          "7de1555df0c2700329e815b93b32c571c3ea54dc967b89e81ab73b9972b72d1d")),
              file("/etc/limit")
                  .should(
                      haveSha256(
                          "4b227777d4dd1fc61c6f884f48641d02b4d121d3fd328cb08b5531fcacdabf8a"))),
          Row.of(
              "sha512",
              file("/etc/limit")
                  .should(
                      haveSha512(
                          "db545c410fd0c8ede533d5b0666cd2798ba380bd25b655619cd5fd3a33a255569b3ccc319bfdef3322d8392d894d15c2e6aa2d53346e6ac54eaf5d627bfe6a9a")),
              file("/etc/limit")
                  .should(
                      haveSha512(
                          "a321d8b405e3ef2604959847b36d171eebebc4a8941dc70a4784935a4fca5d5813de84dfa049f06549aa61b20848c1633ce81b675286ea8fb53db240d831c568"))));

  private static Check conf(Condition<? super FileStatus> condition) {
    return file("/etc/conf").should(condition);
  }

  @Override
  Stream<Row> rows() {
    return Stream.of(FILE, CONTENTS, VALUES, ATTRIBUTES, JSON, ACCOUNTS, PACKAGES_AND_MORE)
        .flatMap(List::stream);
  }
}
