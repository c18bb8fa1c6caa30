package org.seatrial.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which scenarios and variations a class runs on; nothing is deployed: no file is there. */
class ArrangementTest {

  @ReleaseTest
  @Compose("none/shop/compose.yaml")
  static class OneScenario {
    @Test
    void runs() {}
  }

  @ReleaseTest
  @Compose("none/shop/compose.yaml")
  @Compose(
      name = "ldap",
      value = {"none/shop/compose.yaml", "${overlay:-none/ldap.yaml}"},
      profiles = "more",
      env = "VERSION=${shop.version:-1}")
  @Variations(
      value = {
        Variations.Kind.AS_DECLARED,
        Variations.Kind.ARBITRARY_USER,
        Variations.Kind.READ_ONLY_ROOT
      },
      tmpfs = {"/tmp", "/run"})
  static class SeveralScenarios {
    @Test
    void runs() {}
  }

  @ReleaseTest
  @Compose(value = "none/compose.yaml", env = "VERSION")
  static class NoVariable {
    @Test
    void runs() {}
  }

  @ReleaseTest
  @Compose(value = "none/compose.yaml", within = "90 s")
  static class NoDuration {
    @Test
    void runs() {}
  }

  @ReleaseTest
  @Compose("none/compose.yaml")
  @Variations({})
  static class NoVariation {
    @Test
    void runs() {}
  }

  private static List<String> failures(Trial trial) {
    return trial.troubles().stream().map(Trial.Node::toString).toList();
  }

  @Test
  void a_class_runs_once_for_each_scenario_in_each_variation() {
    assertThat(
            Trial.of(SeveralScenarios.class)
                .with("seatrial.uid", "1000680007")
                .containers()
                .stream()
                .map(Trial.Node::name))
        .containsExactly(
            "shop",
            "shop, as arbitrary user 1000680007",
            "shop, read-only root with tmpfs /tmp, /run",
            "ldap",
            "ldap, as arbitrary user 1000680007",
            "ldap, read-only root with tmpfs /tmp, /run",
            "ArrangementTest$SeveralScenarios");
  }

  @Test
  void the_uid_of_an_arbitrary_user_is_drawn_where_nobody_says_it() {
    assertThat(
            Trial.of(SeveralScenarios.class).containers().stream()
                .map(Trial.Node::name)
                .filter(name -> name.startsWith("shop, as arbitrary")))
        .singleElement()
        .asString()
        .matches("shop, as arbitrary user 100068\\d{4}");
  }

  @Test
  void a_scenario_whose_file_is_not_there_fails_and_says_so() {
    assertThat(failures(Trial.of(OneScenario.class)))
        .singleElement()
        .asString()
        .startsWith(
            "shop: FAILED: compose scenario shop needs none/shop/compose.yaml, which is not there,"
                + " seen from /");
  }

  @Test
  void what_is_written_wrongly_is_refused() {
    assertThat(failures(Trial.of(NoVariable.class)))
        .containsExactly(
            "ArrangementTest$NoVariable: FAILED: env of @Compose must be NAME=value, but was"
                + " \"VERSION\"");
    assertThat(failures(Trial.of(NoDuration.class)))
        .containsExactly(
            "ArrangementTest$NoDuration: FAILED: within of @Compose must be a duration such as"
                + " PT90S, but was \"90 s\"");
    assertThat(failures(Trial.of(NoVariation.class)))
        .containsExactly(
            "ArrangementTest$NoVariation: FAILED: @Variations must name at least one variation");
  }
}
