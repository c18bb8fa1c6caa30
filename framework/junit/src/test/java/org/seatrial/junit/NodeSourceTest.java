package org.seatrial.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Method;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatrial.check.SourceLine;

/** Where nodes lead to. */
class NodeSourceTest {

  @ParameterizedTest
  @CsvSource({
    "none, any, true",
    "surefire.real.class.path, /a.jar, false",
    "surefire.test.class.path, /a.jar, false",
    "org.gradle.test.worker, 1, false",
    "seatrial.junit.source, line, true",
    "seatrial.junit.source, method, false",
  })
  void is_the_line_but_where_a_build_tool_would_take_it_for_a_class(
      String parameter, String value, boolean line) throws NoSuchMethodException {
    assertThat(NodeSource.of(method(), settings(Map.of(parameter, value))).line()).isEqualTo(line);
  }

  @Test
  void is_a_line_in_a_build_tool_too_if_the_user_wants_it() throws NoSuchMethodException {
    Settings settings =
        settings(Map.of("seatrial.junit.source", "line", "org.gradle.test.worker", "1"));
    assertThat(NodeSource.of(method(), settings).line()).isTrue();
  }

  @Test
  void is_a_line_or_a_method() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> NodeSource.of(method(), settings(Map.of("seatrial.junit.source", "file"))))
        .withMessage("seatrial.junit.source must be line or method, but is \"file\"");
  }

  @Test
  void is_told_as_junit_wants_it() throws NoSuchMethodException {
    NodeSource source = new NodeSource(method(), true);
    assertThat(source.uri(new SourceLine("a.Shop$Test", "Shop.java", 42)))
        .isEqualTo(URI.create("class:a.Shop$Test?line=42"));
    assertThat(source.uri(new SourceLine("a.Shop Test", "Shop.kt", 42)))
        .isEqualTo(URI.create("class:a.Shop%20Test?line=42"));
    assertThat(source.uri(new SourceLine("a.Shop", "", 0))).isEqualTo(URI.create("class:a.Shop"));
    assertThat(new NodeSource(method(), false).uri(new SourceLine("a.Shop", "Shop.java", 42)))
        .isNull();
  }

  @Test
  void begins_the_stack_trace() throws NoSuchMethodException {
    NodeSource source = new NodeSource(method(), true);
    StackTraceElement[] none = {};
    String own = NodeSourceTest.class.getName();
    assertThat(source.trace(new SourceLine(own, "NodeSourceTest.java", 42), none))
        .extracting(StackTraceElement::toString)
        .containsExactly(own + ".method(NodeSourceTest.java:42)");
    assertThat(source.trace(new SourceLine("a.Shop", "", 0), none))
        .extracting(StackTraceElement::toString)
        .containsExactly("a.Shop.checks(Unknown Source)");
  }

  private static Settings settings(Map<String, String> parameters) {
    return new Settings(name -> Optional.ofNullable(parameters.get(name)), Map.of());
  }

  private static Method method() throws NoSuchMethodException {
    return NodeSourceTest.class.getDeclaredMethod("method");
  }
}
