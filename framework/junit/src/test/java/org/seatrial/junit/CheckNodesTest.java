package org.seatrial.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.junit.Checks.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.AssertionFailedError;
import org.seatrial.check.Answer;
import org.seatrial.check.Check;
import org.seatrial.check.CheckFailedError;
import org.seatrial.check.Outcome;
import org.seatrial.check.Place;
import org.seatrial.check.Request;
import org.seatrial.check.Severity;

/** Every check is a node of its own. */
class CheckNodesTest {

  @TempDir private Path folder;

  @ReleaseTest
  @Image("${sample}")
  static class Shop {

    static final Check MODE = file("/etc/shop.conf").should(exist(), haveMode("0644"));
    static final Check PORT = file("/etc/shop.conf").should(contain("port = 9090"));
    static final Check ABSENT = file("/etc/shadow").should(notExist()).because("nobody logs in");

    @Verify
    Checks holds() {
      return checks(MODE, PORT, ABSENT);
    }
  }

  @ReleaseTest
  @Image("${sample}")
  static class Wish {

    @Verify
    Checks wishes() {
      return checks(
          file("/etc/shop.conf").should(haveMode("0600")).severity(Severity.SHOULD),
          file("/etc/shop.conf").should(haveMode("0644")).severity(Severity.SHOULD));
    }
  }

  @ReleaseTest
  @Image("${sample}")
  static class Nothing {

    @Verify
    Checks nothing() {
      return checks();
    }
  }

  @Image("${sample}")
  static class Unmarked {

    @Verify
    Checks holds() {
      return checks(Shop.MODE);
    }
  }

  @ReleaseTest
  @Image("${sample}")
  static class WrongReturn {

    @Verify
    Checks right() {
      return checks(Shop.MODE);
    }

    @Verify
    List<Check> wrong() {
      return List.of(Shop.MODE);
    }
  }

  @Test
  void each_check_is_a_test_named_by_its_sentence() {
    assertThat(Trial.of(Shop.class).onArchive(SavedImage.in(folder)).tests())
        .extracting(Trial.Node::name, Trial.Node::status)
        .containsExactly(
            tuple("file /etc/shop.conf should exist and have mode 0644", "SUCCESSFUL"),
            tuple("file /etc/shop.conf should contain \"port = 9090\"", "FAILED"),
            tuple("file /etc/shadow should not exist, because nobody logs in", "SUCCESSFUL"));
  }

  @Test
  void a_check_that_fails_says_all_and_begins_where_it_was_declared() {
    Throwable thrown = failure(Trial.of(Shop.class).onArchive(SavedImage.in(folder)).tests());
    assertThat(thrown).isInstanceOf(CheckFailedError.class);
    CheckFailedError error = (CheckFailedError) thrown;
    assertThat(error).hasMessage(error.verdict().message());
    assertThat(error.verdict().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(error.getMessage())
        .startsWith("file /etc/shop.conf should contain \"port = 9090\"   → FAILED (1 finding)")
        .contains("see:       check " + Shop.PORT.id() + ", " + Shop.PORT.source());
    assertThat(error.isExpectedDefined() && error.isActualDefined()).isTrue();
    StackTraceElement first = error.getStackTrace()[0];
    assertThat(first.getClassName()).isEqualTo(Shop.class.getName());
    assertThat(first.getFileName()).isEqualTo("CheckNodesTest.java");
    assertThat(first.getLineNumber()).isEqualTo(Shop.PORT.source().line());
  }

  @Test
  void a_node_leads_an_ide_to_the_line_of_its_check() throws IOException {
    List<TestSource> sources = sources("line");
    assertThat(sources)
        .containsExactlyElementsOf(
            Stream.of(Shop.MODE, Shop.PORT, Shop.ABSENT)
                .map(check -> check.source().line())
                .map(line -> ClassSource.from(Shop.class.getName(), FilePosition.from(line)))
                .toList());
    Path file = Path.of("src/test/java/org/seatrial/junit/CheckNodesTest.java");
    assertThat(Files.readAllLines(file).get(Shop.PORT.source().line() - 1)).contains("9090");
  }

  @Test
  void a_node_belongs_to_its_method_where_a_build_tool_needs_that() {
    assertThat(sources("method"))
        .hasSize(3)
        .containsOnly(MethodSource.from(Shop.class.getName(), "holds", ""));
  }

  @Test
  void an_image_that_cannot_be_read_leaves_every_check_undetermined() {
    Trial trial = Trial.of(Shop.class).onArchive(folder.resolve("none.tar"));
    List<Trial.Node> tests = trial.tests();
    assertThat(tests).hasSize(3).allMatch(node -> node.status().equals("FAILED"));
    for (Trial.Node node : tests) {
      assertThat(node.thrown().orElseThrow())
          .isInstanceOfSatisfying(
              CheckFailedError.class,
              e -> assertThat(e.verdict().outcome()).isEqualTo(Outcome.UNDETERMINED));
      assertThat(node.message())
          .startsWith("could not determine whether " + node.name())
          .contains("none.tar");
    }
  }

  @Test
  void an_archive_of_rubbish_leaves_every_check_undetermined() throws IOException {
    Path rubbish = Files.writeString(folder.resolve("rubbish.tar"), "rubbish");
    assertThat(Trial.of(Shop.class).onArchive(rubbish).tests())
        .hasSize(3)
        .allMatch(node -> node.message().startsWith("could not determine whether "));
  }

  @Test
  void an_image_that_the_engine_does_not_have_leaves_every_check_undetermined() {
    assertThat(Trial.of(Shop.class).with("sample", "docker:unknown/shop:1").tests())
        .hasSize(3)
        .allMatch(node -> node.status().equals("FAILED"))
        .allMatch(node -> node.message().contains("the engine has no image unknown/shop:1"));
  }

  @Test
  void a_wish_that_does_not_come_true_is_aborted() {
    assertThat(Trial.of(Wish.class).onArchive(SavedImage.in(folder)).tests())
        .extracting(Trial.Node::toString)
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .startsWith("file /etc/shop.conf should have mode 0600: ABORTED: ")
                    .contains("→ FAILED (1 finding)"),
            second ->
                assertThat(second)
                    .isEqualTo("file /etc/shop.conf should have mode 0644: SUCCESSFUL"));
  }

  @Test
  void no_checks_fail() {
    assertThat(Trial.of(Nothing.class).onArchive(SavedImage.in(folder)).troubles())
        .singleElement()
        .hasToString(
            "nothing(): FAILED: nothing returned no checks: a release is not passed by nothing");
  }

  @Test
  void a_class_that_is_no_release_test_fails() {
    assertThat(Trial.of(Unmarked.class).onArchive(SavedImage.in(folder)).troubles())
        .singleElement()
        .hasToString(
            "holds(): FAILED: a @Verify method must belong to a class annotated with @ReleaseTest"
                + " and return checks");
  }

  @Test
  void a_method_that_junit_would_leave_out_fails_the_class() {
    assertThat(Trial.of(WrongReturn.class).onArchive(SavedImage.in(folder)).troubles())
        .singleElement()
        .asString()
        .contains("FAILED: a @Verify method must return Checks and be neither private nor static")
        .contains("java.util.List<org.seatrial.check.Check>")
        .contains(".wrong()");
  }

  @Test
  void the_place_is_asked_once_for_all_checks() throws Throwable {
    List<Integer> rounds = new ArrayList<>();
    Place place =
        new Place() {
          @Override
          public String name() {
            return "a place that knows nothing";
          }

          @Override
          public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
            rounds.add(requests.size());
            Map<Request<?>, Answer<?>> answers = new HashMap<>();
            requests.forEach(request -> answers.put(request, Answer.unknown("asked")));
            return answers;
          }
        };
    List<Check> checks = List.of(Shop.MODE, Shop.PORT, Shop.ABSENT, Shop.MODE);
    NodeSource source = new NodeSource(Shop.class.getDeclaredMethod("holds"), false);
    assertThat(new CheckNodes(checks, source).nodes(place)).hasSize(4);
    assertThat(rounds).containsExactly(2);
  }

  private List<TestSource> sources(String kind) {
    return Trial.of(Shop.class)
        .onArchive(SavedImage.in(folder))
        .with("seatrial.junit.source", kind)
        .run()
        .testEvents()
        .started()
        .map(Event::getTestDescriptor)
        .map(node -> node.getSource().orElseThrow(AssertionFailedError::new))
        .toList();
  }

  private static Throwable failure(List<Trial.Node> nodes) {
    return nodes.stream()
        .filter(node -> node.status().equals("FAILED"))
        .findFirst()
        .flatMap(Trial.Node::thrown)
        .orElseThrow();
  }
}
