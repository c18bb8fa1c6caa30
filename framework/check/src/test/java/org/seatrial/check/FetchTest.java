package org.seatrial.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.Conditions.either;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.account.AccountConditions.beOwnedBy;
import static org.seatrial.check.account.AccountConditions.haveUid;
import static org.seatrial.check.account.AccountSubjects.group;
import static org.seatrial.check.account.AccountSubjects.passwd;
import static org.seatrial.check.account.AccountSubjects.user;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.check.file.FileConditions.beReadableBy;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileSubjects.directory;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.check.file.FileSubjects.files;
import static org.seatrial.check.file.FileSubjects.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.check.file.Selection;
import org.seatrial.check.file.StatRequest;
import org.seatrial.check.file.WalkRequest;
import org.seatrial.check.madeup.MadeUpPlace;

/** What the engine asks a place for: the union, once, in two round trips at the most. */
class FetchTest {

  private static final MadeUpPlace PLACE =
      MadeUpPlace.empty()
          .with("/etc/passwd", "root:x:0:0::/root:/bin/sh\n")
          .with("/etc/group", "root:x:0:\n")
          .with("/etc/app/a.conf", "ssl = on\n")
          .with("/etc/app/b.conf", "ssl = on\n");

  private static List<Set<Request<?>>> rounds(Check... checks) {
    RecordingPlace place = new RecordingPlace(PLACE);
    List<Verdict> verdicts = Inspection.of(place).verdicts(Arrays.asList(checks));
    assertThat(verdicts).hasSameSizeAs(checks);
    return place.rounds();
  }

  private static StatRequest stat(String path) {
    return new StatRequest(path, Links.FOLLOW);
  }

  @Test
  void asks_once_for_what_several_checks_need() {
    assertThat(
            rounds(
                file("/etc/passwd").should(exist()),
                file("/etc/passwd").should(haveMode("0644")),
                directory("/etc/passwd").should(exist()),
                file("/etc/group").should(exist())))
        .containsExactly(Set.of(stat("/etc/passwd"), stat("/etc/group")));
  }

  @Test
  void asks_in_a_second_round_for_what_only_the_first_can_tell() {
    assertThat(
            rounds(
                file("/etc/passwd").should(contain("root"), contain("x")),
                file("/etc/app/a.conf").should(either(contain("ssl"), haveMode("0600"))),
                files("/etc/app/*").should(each(contain("ssl")))))
        .containsExactly(
            Set.of(
                stat("/etc/passwd"),
                stat("/etc/app/a.conf"),
                new WalkRequest(Glob.parse("/etc/app/*"), new Selection.Everything())),
            Set.of(
                ReadRequest.of("/etc/passwd"),
                ReadRequest.of("/etc/app/a.conf"),
                ReadRequest.of("/etc/app/b.conf")));
  }

  @Test
  void asks_for_nothing_more_of_what_is_not_there() {
    assertThat(rounds(file("/nowhere").should(contain("root"))))
        .containsExactly(Set.of(stat("/nowhere")));
  }

  @Test
  void asks_for_nothing_more_of_what_is_something_else() {
    assertThat(rounds(file("/etc").should(contain("root")))).containsExactly(Set.of(stat("/etc")));
  }

  @Test
  void does_not_ask_again_for_what_the_first_round_told() {
    assertThat(
            rounds(
                path("/etc").should(exist()),
                path("/").should(exist()),
                file("/etc/app/a.conf").should(beReadableBy(7))))
        .last()
        .isEqualTo(Set.of(new StatRequest("/etc/app", Links.KEEP)));
  }

  @Test
  void asks_for_the_sources_of_what_is_derived() {
    assertThat(
            rounds(
                user("root").should(haveUid(0)),
                user(0).should(exist()),
                group("root").should(exist()),
                passwd().should(exist())))
        .containsExactly(Set.of(ReadRequest.of("/etc/passwd"), ReadRequest.of("/etc/group")));
  }

  @Test
  void asks_for_the_sources_of_what_is_derived_in_the_second_round_as_well() {
    assertThat(rounds(file("/etc/group").should(beOwnedBy("root", "root"))))
        .containsExactly(
            Set.of(stat("/etc/group")),
            Set.of(ReadRequest.of("/etc/passwd"), ReadRequest.of("/etc/group")));
  }

  @Test
  void asks_twice_for_a_thousand_checks() {
    List<Check> checks = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      checks.add(file("/etc/app/" + (i % 7) + ".conf").should(exist(), contain("ssl")));
      checks.add(file("/etc/app/a.conf").should(contain("line " + i)));
    }
    List<Set<Request<?>>> rounds = rounds(checks.toArray(Check[]::new));
    assertThat(rounds).hasSize(2);
    assertThat(rounds.get(0)).hasSize(8);
    assertThat(rounds.get(1)).containsExactly(ReadRequest.of("/etc/app/a.conf"));
  }

  @Test
  void asks_nothing_for_no_checks() {
    assertThat(rounds()).isEmpty();
  }
}
