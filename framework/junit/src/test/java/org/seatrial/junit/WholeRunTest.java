package org.seatrial.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.junit.Checks.checks;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.Check;
import org.seatrial.image.ImagePlace;
import org.seatrial.junit.TestEngine.Counted;

/** What a whole run shares, one thread or many. */
class WholeRunTest {

  @TempDir private Path folder;

  @ReleaseTest
  @Image("${sample}")
  static class First {

    @Verify
    Checks holds() {
      return checks(many());
    }

    @Verify
    Checks holds_too() {
      return checks(many());
    }

    @Test
    void is_given(ImagePlace image) {
      assertThat(image.summary().config().run().user()).isEqualTo("1001");
    }
  }

  @ReleaseTest
  @Image("${sample}")
  static class Second {

    @Verify
    Checks holds() {
      return checks(many()).and(checks(file("/etc/shop.conf").should(contain("8080"))));
    }
  }

  private static List<Check> many() {
    return IntStream.range(0, 50)
        .mapToObj(
            i ->
                i % 2 == 0
                    ? file("/etc/shop.conf").should(exist())
                    : file("/" + i).should(notExist()))
        .toList();
  }

  @Test
  void an_image_is_opened_once_for_all_classes() {
    Counted image = TestEngine.put("counted/once:1", SavedImage.in(folder));
    assertPass(trial("counted/once:1"));
    assertThat(image.found()).hasValue(1);
    assertThat(image.opened()).hasValue(1);
  }

  @Test
  void an_image_is_opened_once_by_many_threads() {
    Counted image = TestEngine.put("counted/threads:1", SavedImage.in(folder));
    assertPass(
        trial("counted/threads:1")
            .with("junit.jupiter.execution.parallel.enabled", "true")
            .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
            .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "8"));
    assertThat(image.found()).hasValue(1);
    assertThat(image.opened()).hasValue(1);
  }

  @Test
  void another_run_looks_again() {
    Counted image = TestEngine.put("counted/again:1", SavedImage.in(folder));
    assertPass(trial("counted/again:1"));
    SavedImage.in(folder, "shop.tar", "0");
    assertThat(trial("counted/again:1").troubles())
        .singleElement()
        .asString()
        .startsWith("is_given(ImagePlace): FAILED: ");
    assertThat(image.found()).hasValue(2);
  }

  private static Trial trial(String image) {
    return Trial.of(First.class, Second.class).with("sample", "docker:" + image);
  }

  private static void assertPass(Trial trial) {
    assertThat(trial.tests()).hasSize(152).allMatch(node -> node.status().equals("SUCCESSFUL"));
  }
}
