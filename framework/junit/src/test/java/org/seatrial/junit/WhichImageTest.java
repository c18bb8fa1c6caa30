package org.seatrial.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.junit.Checks.checks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which images a class means. */
class WhichImageTest {

  private static final String SENTENCE = "file /etc/shop.conf should exist";

  @TempDir private Path folder;
  private Path shop;

  /** What every sample verifies. */
  interface Verified {

    @Verify
    default Checks holds() {
      return checks(file("/etc/shop.conf").should(exist()));
    }
  }

  @ReleaseTest
  static class NoImage implements Verified {}

  @ReleaseTest
  @Image("${sample}")
  @Image("docker:absent/shop:1")
  @Image(value = "${sample}", platform = "linux/amd64")
  static class Several implements Verified {}

  @ReleaseTest
  @Image("${sample:-docker:absent/shop:1}")
  static class Default implements Verified {}

  @ReleaseTest
  @Image("${SEATRIAL_NO_SUCH_NAME}")
  static class NoValue implements Verified {}

  static class Inherits extends Default {}

  @Image("docker:unknown/other:1")
  static class Replaces extends Default {}

  @Image("docker:unknown/other:1")
  static class ReplacesSeveral extends Several {}

  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @ReleaseTest
  @Image("${sample}")
  @interface ShopTest {}

  @ShopTest
  static class Composed implements Verified {}

  abstract static class Outer {

    @Nested
    class Inner implements Verified {}
  }

  @ReleaseTest
  @Image("${sample}")
  static class Shell extends Outer {

    @Nested
    @Image("docker:unknown/other:1")
    class Own implements Verified {}
  }

  @BeforeEach
  void save() {
    shop = SavedImage.in(folder);
  }

  @Test
  void a_class_without_an_image_fails() {
    assertThat(Trial.of(NoImage.class).troubles())
        .singleElement()
        .hasToString(
            "holds(): FAILED: org.seatrial.junit.WhichImageTest$NoImage must say with @Image which"
                + " image it verifies, such as @Image(\"docker:shop/cart:1.4\")");
  }

  @Test
  void several_images_have_a_container_each_and_a_missing_one_harms_no_other() {
    Trial trial = Trial.of(Several.class).onArchive(shop);
    assertThat(trial.containers())
        .extracting(Trial.Node::toString)
        .containsExactly(
            "image archive:" + shop + ": SUCCESSFUL",
            "image docker:absent/shop:1: SUCCESSFUL",
            "image archive:" + shop + " for linux/amd64: SUCCESSFUL",
            "holds(): SUCCESSFUL",
            "WhichImageTest$Several: SUCCESSFUL");
    assertThat(trial.tests())
        .extracting(Trial.Node::toString)
        .containsExactly(
            SENTENCE + ": SUCCESSFUL",
            SENTENCE + ": ABORTED: " + TestEngine.MISSING,
            SENTENCE + ": SUCCESSFUL");
  }

  @Test
  void a_configuration_parameter_names_the_image() {
    assertPasses(Trial.of(Default.class).onArchive(shop));
  }

  @Test
  void a_default_names_the_image_unless_something_else_does() {
    assertThat(Trial.of(Default.class).troubles())
        .singleElement()
        .hasToString(SENTENCE + ": ABORTED: " + TestEngine.MISSING);
  }

  @Test
  void a_name_without_a_value_fails() {
    assertThat(Trial.of(NoValue.class).troubles())
        .singleElement()
        .asString()
        .startsWith(
            "holds(): FAILED: \"${SEATRIAL_NO_SUCH_NAME}\" needs a value for"
                + " \"SEATRIAL_NO_SUCH_NAME\": set a system property");
  }

  @Test
  void a_subclass_inherits_images_and_can_replace_them() {
    assertPasses(Trial.of(Inherits.class).onArchive(shop));
    for (Class<?> type : new Class<?>[] {Replaces.class, ReplacesSeveral.class}) {
      assertThat(Trial.of(type).onArchive(shop).tests())
          .singleElement()
          .asString()
          .startsWith(SENTENCE + ": FAILED: could not determine whether")
          .contains("the engine has no image unknown/other:1");
    }
  }

  @Test
  void an_annotation_of_the_users_own_can_name_the_image() {
    assertPasses(Trial.of(Composed.class).onArchive(shop));
  }

  @Test
  void a_nested_class_takes_the_image_of_the_class_that_runs_around_it_unless_it_has_its_own() {
    assertThat(Trial.of(Shell.class).onArchive(shop).tests())
        .extracting(Trial.Node::status)
        .containsExactlyInAnyOrder("SUCCESSFUL", "FAILED");
  }

  private static void assertPasses(Trial trial) {
    assertThat(trial.tests()).singleElement().hasToString(SENTENCE + ": SUCCESSFUL");
  }
}
