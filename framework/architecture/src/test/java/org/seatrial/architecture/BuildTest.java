package org.seatrial.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests run where the build says that they run. */
class BuildTest {

  @Test
  void runs_on_the_named_java() {
    assertThat(Runtime.version().feature()).isEqualTo(Integer.parseInt(told("seatrial.test.java")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.junit.jupiter.api.Test",
        "org.junit.jupiter.engine.JupiterTestEngine",
        "org.junit.platform.engine.TestEngine",
        "org.junit.platform.launcher.Launcher"
      })
  void runs_on_the_named_junit(String part) throws ClassNotFoundException {
    String version = Class.forName(part).getPackage().getImplementationVersion();
    // Of the 5 line, Jupiter 5.14 belongs to platform 1.14: only what follows the first dot agrees.
    assertThat(afterFirstDot(version)).isEqualTo(afterFirstDot(told("seatrial.test.junit")));
  }

  @Test
  void runs_where_hidden_defaults_show() {
    assertThat(Locale.getDefault().getLanguage()).isEqualTo("tr");
    assertThat(ZoneId.systemDefault()).isNotEqualTo(ZoneId.of("UTC"));
  }

  @Test
  void never_relies_on_the_reaper_of_testcontainers() {
    assertThat(System.getenv("TESTCONTAINERS_RYUK_DISABLED")).isEqualTo("true");
  }

  private static String afterFirstDot(String version) {
    return version.substring(version.indexOf('.') + 1);
  }

  private static String told(String property) {
    String value = System.getProperty(property);
    assertThat(value).as("system property %s, set by the build", property).isNotNull();
    return value;
  }
}
