package org.seatrial.check.madeup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.file.FileStatus.directory;
import static org.seatrial.check.file.FileStatus.regular;
import static org.seatrial.check.file.FileStatus.symlink;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.Evidence;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Request;
import org.seatrial.check.file.DigestRequest;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.ReadAllRequest;
import org.seatrial.check.file.ReadAllRequest.FileText;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.check.file.Selections;
import org.seatrial.check.file.StatRequest;
import org.seatrial.check.file.WalkRequest;

/** A made-up place answers about its files as an image does. */
class MadeUpPlaceTest {

  private static final MadeUpPlace PLACE =
      MadeUpPlace.empty()
          .with("/usr/bin/sh", "#!")
          .with(regular("/usr/bin/su").withMode("4755").withSize(7))
          .with("/usr/share/doc/a/copyright", "MIT")
          .with("/usr/share/doc/b/copyright", "BSD")
          .with(symlink("/bin", "usr/bin"))
          .with(symlink("/sh", "/bin/sh"))
          .with(symlink("/up", "../../usr/bin/../bin/./sh"))
          .with(symlink("/loop", "loop"))
          .with(symlink("/dangling", "nowhere"))
          .with(symlink("/empty", ""))
          .with(symlink("/shdir", "/sh/"))
          .with(directory("/tmp").withMode("1777"));

  @SuppressWarnings("unchecked") // What a place promises.
  private static <A> Answer<A> answer(MadeUpPlace place, Request<A> request) {
    return (Answer<A>) requireNonNull(place.fetch(Set.of(request)).get(request));
  }

  private static String found(String path, Links links) {
    return answer(PLACE, new StatRequest(path, links))
        .fold(known -> known.value().path(), absent -> "nothing", Unknown::why);
  }

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/usr, /usr",
    "/usr/, /usr",
    "//usr//bin/., /usr/bin",
    "/usr/bin/sh, /usr/bin/sh",
    "/usr/bin/sh/, nothing",
    "/usr/bin/sh/x, nothing",
    "/usr/bin/sh/.., nothing",
    "/usr/nothing, nothing",
    "/usr/nothing/.., nothing",
    "/bin, /usr/bin",
    "/bin/sh, /usr/bin/sh",
    "/bin/../lib, nothing",
    "/bin/../bin/sh, /usr/bin/sh",
    "/sh, /usr/bin/sh",
    "/up, /usr/bin/sh",
    "/../../up, /usr/bin/sh",
    "/dangling, nothing",
    "/empty, nothing",
    "/shdir, nothing",
    "/loop, can't follow /loop: more than 40 links lead on",
    "/loop/x, can't follow /loop: more than 40 links lead on"
  })
  void follows_links(String path, String found) {
    assertThat(found(path, Links.FOLLOW)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "/bin, /bin",
    "/bin/, /usr/bin",
    "/bin/sh, /usr/bin/sh",
    "/loop, /loop",
    "/dangling, /dangling",
    "/tmp, /tmp"
  })
  void keeps_the_last_link(String path, String found) {
    assertThat(found(path, Links.KEEP)).isEqualTo(found);
  }

  @Test
  void reads_contents_and_digests() {
    assertThat(answer(PLACE, ReadRequest.of("/sh"))).isEqualTo(Answer.known(FileContent.of("#!")));
    assertThat(answer(PLACE, new ReadRequest("/sh", 1)))
        .isEqualTo(Answer.unknown("/sh has more than 1 bytes"));
    assertThat(answer(PLACE, ReadRequest.of("/usr"))).isInstanceOf(Unknown.class);
    assertThat(answer(PLACE, ReadRequest.of("/nothing"))).isEqualTo(Answer.absent());
    assertThat(answer(PLACE, ReadRequest.of("/usr/bin/su")))
        .isEqualTo(Answer.unknown("nobody made up the content of /usr/bin/su"));
    assertThat(answer(PLACE, new DigestRequest("/sh", DigestRequest.Algorithm.MD5)))
        .isEqualTo(Answer.known("ad540a4cc5c410795131d4d8db7a6d91"));
  }

  private static List<String> walk(String glob) {
    return answer(PLACE, new WalkRequest(Glob.parse(glob), Selections.regularFiles()))
        .fold(
            known -> known.value().stream().map(file -> file.value().path()).toList(),
            absent -> List.of(),
            unknown -> List.of(unknown.why()));
  }

  @Test
  void walks_below_a_folder_that_may_be_a_link_and_follows_no_other() {
    assertThat(walk("/bin/*")).containsExactly("/usr/bin/sh", "/usr/bin/su");
    assertThat(walk("/*/*")).isEmpty();
    assertThat(walk("/**/s?")).containsExactly("/usr/bin/sh", "/usr/bin/su");
    assertThat(walk("/usr/share/doc/*/copyright"))
        .containsExactly("/usr/share/doc/a/copyright", "/usr/share/doc/b/copyright");
    assertThat(walk("/nowhere/*")).isEmpty();
    assertThat(walk("/loop/*")).containsExactly("can't follow /loop: more than 40 links lead on");
  }

  @Test
  void reads_all_that_a_glob_selects() {
    assertThat(answer(PLACE, new ReadAllRequest(Glob.parse("/usr/share/doc/**"))))
        .isEqualTo(
            Answer.known(
                List.of(
                    text("/usr/share/doc/a/copyright", "MIT"),
                    text("/usr/share/doc/b/copyright", "BSD"))));
    assertThat(answer(PLACE, new ReadAllRequest(Glob.parse("/usr/**"))))
        .isEqualTo(Answer.unknown("nobody made up the content of /usr/bin/su"));
    assertThat(answer(PLACE, new ReadAllRequest(Glob.parse("/tmp/*")))).isEqualTo(Answer.absent());
  }

  private static Known<FileText> text(String path, String content) {
    return new Known<>(new FileText(path, FileContent.of(content)), Evidence.none());
  }

  /** A request that no tree of files can answer. */
  private record Weather() implements Request<String> {}

  @Test
  void answers_as_it_was_told_and_knows_nothing_else() {
    assertThat(answer(PLACE, new Weather())).isEqualTo(Answer.unknown("nobody made up Weather[]"));
    MadeUpPlace sunny = PLACE.answering(new Weather(), Answer.known("sunny"));
    assertThat(answer(sunny, new Weather())).isEqualTo(Answer.known("sunny"));
    StatRequest sh = new StatRequest("/sh", Links.FOLLOW);
    assertThat(answer(PLACE.answering(sh, Answer.absent()), sh)).isEqualTo(Answer.absent());
  }

  @Test
  void can_be_unreadable() {
    assertThatThrownBy(() -> answer(PLACE.unreadable("it is dark"), new Weather()))
        .isInstanceOf(InspectionException.class)
        .hasMessage("it is dark");
  }

  @Test
  void changes_nothing_in_place() {
    assertThat(PLACE.named("image x").name()).isEqualTo("image x");
    assertThat(PLACE.name()).isEqualTo("made-up place");
    FileStatus replaced = directory("/usr/bin/sh");
    assertThat(answer(PLACE.with(replaced), new StatRequest("/usr/bin/sh", Links.KEEP)))
        .isEqualTo(Answer.known(replaced));
    assertThat(found("/usr/bin/sh", Links.KEEP)).isEqualTo("/usr/bin/sh");
    assertThat(answer(PLACE, ReadRequest.of("/sh"))).isEqualTo(Answer.known(FileContent.of("#!")));
  }
}
