package org.seatrial.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.image.ConfigConditions.runAsNonRoot;
import static org.seatrial.image.MadeImage.message;
import static org.seatrial.image.MadeImage.place;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;

/** Who is root: by the contract, and in every spelling. */
class RunAsNonRootTest {

  private static final LayerFixture PASSWD =
      LayerFixture.empty()
          .file(
              "etc/passwd",
              """
              root:x:0:0::/root:/bin/sh
              toor:x:0:0::/root:/bin/sh
              app:x:1001:0::/srv:/bin/sh
              wide:x:4294967296:0::/srv:/bin/sh
              short:x:1002
              """);

  @TempDir Path temp;

  private static ImageFixture startedAs(String user) {
    return ImageFixture.of(PASSWD).withRun("{\"User\": \"" + user + "\"}");
  }

  private Verdict verdict(ImageFixture image) {
    return MadeImage.verdict(runAsNonRoot(), image, temp);
  }

  private void assertFails(ImageFixture image, String actual) {
    Verdict verdict = verdict(image);
    assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.findings().get(0).actual()).isEqualTo(actual);
  }

  @Nested
  class ByNumber extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = startedAs("1001:0");
      ImageFixture wrong = startedAs("0:1001");
      return MadeImage.example(runAsNonRoot(), "run as non-root", "a user other than root")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should run as non-root   → FAILED (1 finding) in image docker:shop
                    expected:  a user other than root
                    but was:   "0:1001" (uid 0 is root)
                    evidence:  CONFIG, field config.User, platform linux/amd64
                    perhaps:   add USER 1001 to the last build stage
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not run as non-root   → FAILED (1 finding) in image docker:shop
                    expected:  not to run as non-root
                    but was:   "1001:0"
                    evidence:  CONFIG, field config.User, platform linux/amd64
                  """));
    }
  }

  /** The contract makes passwd and group unavailable too, one after the other. */
  @Nested
  class ByName extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = startedAs("app:staff");
      ImageFixture wrong = startedAs("nobody");
      return MadeImage.example(runAsNonRoot(), "run as non-root", "a user other than root")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should run as non-root   → FAILED (1 finding) in image docker:shop
                    expected:  a user other than root
                    but was:   "nobody", which is not in the image's passwd
                    evidence:  CONFIG, field config.User, platform linux/amd64
                    perhaps:   add the account to the image, or give its number
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not run as non-root   → FAILED (1 finding) in image docker:shop
                    expected:  not to run as non-root
                    but was:   "app" (uid 1001)
                    evidence:  CONFIG, field config.User, platform linux/amd64
                  """));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "1000:", "1001:", "1001:0", "0001001", "app", "app:root", "2147483647"})
  void is_another_user(String user) {
    Verdict verdict = verdict(startedAs(user));
    assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(Outcome.PASSED);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "~~|\"\" (empty means root, uid 0)",
        ":0|\":0\" (empty means root, uid 0)",
        ":|\":\" (empty means root, uid 0)",
        ":1001|\":1001\" (empty means root, uid 0)",
        "0|\"0\" (uid 0 is root)",
        "0:1001|\"0:1001\" (uid 0 is root)",
        "00|\"00\" (uid 0 is root)",
        "root|\"root\" (uid 0)",
        "root:1001|\"root\" (uid 0)",
        "toor|\"toor\" (uid 0)"
      })
  void is_root(String user, String actual) {
    assertFails(startedAs(user), actual);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "short", " 0", "0x0", "-1", "+0", "٠", "App"})
  void is_nobody_whom_an_engine_could_start(String user) {
    assertFails(startedAs(user), "\"" + user + "\", which is not in the image's passwd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "4294967296", "4294967296:0", "18446744073709551616"})
  void is_too_high_a_number_which_may_become_root(String user) {
    assertFails(
        startedAs(user),
        "\"" + user + "\", which engines refuse or take for another user, root among them");
  }

  @Test
  void has_too_high_a_number_in_passwd() {
    assertFails(
        startedAs("wide"),
        "\"wide\" (uid 4294967296), which engines refuse or take for another user,"
            + " root among them");
  }

  @Test
  void is_looked_up_in_what_the_layers_above_leave_of_passwd() {
    ImageFixture image = startedAs("app");
    assertFails(
        image.withLayer(LayerFixture.empty().file("etc/passwd", "app:x:0:0::/srv:/bin/sh\n")),
        "\"app\" (uid 0)");
    assertFails(
        image.withLayer(LayerFixture.empty().whiteout("etc/passwd")),
        "\"app\", which is not in the image's passwd");
  }

  @Test
  void is_found_where_passwd_is_a_link() {
    LayerFixture linked =
        LayerFixture.empty()
            .file("usr/lib/passwd", "shop:x:1001:0::/:\n")
            .symlink("etc/passwd", "../usr/lib/passwd");
    Verdict verdict = verdict(startedAs("shop").withLayer(linked));
    assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void is_undetermined_where_passwd_cannot_be_read() {
    LayerFixture folder = LayerFixture.empty().whiteout("etc/passwd").directory("etc/passwd");
    ImageFixture image = startedAs("app").withLayer(folder);
    Verdict verdict = verdict(image);
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(verdict.notes()).containsExactly("cannot read /etc/passwd: it is a directory");
    assertThat(verdict(image.withRun("{\"User\": \"1001\"}")).outcome()).isEqualTo(Outcome.PASSED);
  }
}
