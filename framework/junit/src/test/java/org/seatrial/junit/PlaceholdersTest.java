package org.seatrial.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in an annotation that stand for what a pipeline says. */
class PlaceholdersTest {

  private static final Map<String, String> PARAMETERS =
      Map.of("both", "parameter", "shop.image", "shop:1", "empty", "");

  private static final Map<String, String> VARIABLES =
      Map.of("both", "variable", "SHOP_IMAGE", "shop:2", "empty", "", "NOTHING", "");

  private final Placeholders placeholders =
      new Placeholders(new Settings(name -> Optional.ofNullable(PARAMETERS.get(name)), VARIABLES));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "docker:shop:1                      | docker:shop:1",
        "${shop.image}                      | shop:1",
        "${SHOP_IMAGE}                      | shop:2",
        "${both}                            | parameter",
        "docker:${shop.image}               | docker:shop:1",
        "${shop.image}/${both}!             | shop:1/parameter!",
        "${none:-docker:shop/cart:1.4}      | docker:shop/cart:1.4",
        "${none:-}x                         | x",
        "${empty:-default}                  | default",
        "${NOTHING:-default}                | default",
        "${shop.image:-default}             | shop:1",
        "$shop {} }                         | $shop {} }",
      })
  void are_filled(String text, String filled) {
    assertThat(placeholders.fill(text)).isEqualTo(filled);
  }

  @Test
  void need_a_value() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> placeholders.fill("docker:${none}"))
        .withMessage(
            "\"docker:${none}\" needs a value for \"none\": set a system property, a configuration"
                + " parameter of JUnit or an environment variable of that name, or write a default,"
                + " such as ${none:-docker:shop/cart:1.4}");
  }

  @Test
  void are_not_filled_by_what_is_set_to_nothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> placeholders.fill("${empty}"))
        .withMessageStartingWith("\"${empty}\" needs a value for \"empty\"");
  }

  @Test
  void must_be_closed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> placeholders.fill("${shop.image"))
        .withMessage("\"${shop.image\" must close the brace of its last ${");
  }

  @ParameterizedTest
  @CsvSource({"${}", "${ }", "${:-default}"})
  void must_have_a_name(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> placeholders.fill(text))
        .withMessage('"' + text + "\" must say a name after ${");
  }
}
