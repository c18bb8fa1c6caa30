package org.seatrial.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.junit.Checks.checks;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.image.ImagePlace;

/** Methods are given the image. */
class InjectedImageTest {

  @TempDir private Path folder;
  private Path shop;

  @ReleaseTest
  @Image("${sample}")
  static class Given {

    private final ImagePlace image;

    Given(ImagePlace image) {
      this.image = image;
    }

    @Test
    void is_the_same_everywhere(ImagePlace again) {
      assertThat(again).isSameAs(image);
      assertThat(image.summary().config().run().user()).isEqualTo("1001");
    }

    @Verify
    Checks declared_by_what_the_image_says(ImagePlace again) {
      return checks(file("/etc/shop.conf").should(exist()).because(again.name() + " says so"));
    }
  }

  @ReleaseTest
  @Image("docker:unknown/one:1")
  @Image("docker:unknown/two:1")
  static class Ambiguous {

    @Test
    void which(ImagePlace image) {
      throw new AssertionError("nobody knows which, but it was " + image.name());
    }

    @Test
    void that(@Image("${sample}") ImagePlace image) {
      assertThat(image.name()).startsWith("image archive:");
    }
  }

  @ReleaseTest
  static class OfNoImage {

    @Test
    void which(ImagePlace image) {
      throw new AssertionError("there is none, but it was " + image.name());
    }
  }

  @ReleaseTest
  @Image("docker:absent/shop:1")
  static class Absent {

    @Test
    void uses(ImagePlace image) {
      throw new AssertionError("there is no engine, but there was " + image.name());
    }

    @Verify
    Checks declares(ImagePlace image) {
      return checks(file("/etc/shop.conf").should(exist()).because(image.name()));
    }

    @Test
    void needs_none() {}
  }

  @ReleaseTest
  @Image("docker:absent/shop:1")
  static class AbsentBefore {

    @BeforeEach
    void use(ImagePlace image) {
      throw new AssertionError("there is no engine, but there was " + image.name());
    }

    @Test
    void is_not_reached() {}
  }

  @BeforeEach
  void save() {
    shop = SavedImage.in(folder);
  }

  @Test
  void constructors_and_methods_are_given_the_image() {
    assertThat(Trial.of(Given.class).onArchive(shop).tests())
        .extracting(Trial.Node::toString)
        .containsExactlyInAnyOrder(
            "is_the_same_everywhere(ImagePlace): SUCCESSFUL",
            "file /etc/shop.conf should exist, because image archive:"
                + shop
                + " says so:"
                + " SUCCESSFUL");
  }

  @Test
  void a_parameter_must_say_which_image_it_is_where_a_class_names_several() {
    assertThat(Trial.of(Ambiguous.class).onArchive(shop).tests())
        .extracting(Trial.Node::toString)
        .satisfiesExactlyInAnyOrder(
            that -> assertThat(that).isEqualTo("that(ImagePlace): SUCCESSFUL"),
            which ->
                assertThat(which)
                    .startsWith("which(ImagePlace): FAILED: ")
                    .contains("with @Image: its class names 2 images"));
  }

  @Test
  void a_parameter_must_say_which_image_it_is_where_a_class_names_none() {
    assertThat(Trial.of(OfNoImage.class).tests())
        .singleElement()
        .asString()
        .contains("FAILED: ")
        .contains("with @Image: its class names no image");
  }

  @Test
  void what_needs_an_engine_that_is_not_there_is_skipped() {
    assertThat(Trial.of(Absent.class).troubles())
        .extracting(Trial.Node::toString)
        .containsExactlyInAnyOrder(
            "uses(ImagePlace): SKIPPED: " + TestEngine.MISSING,
            "declares(ImagePlace): SKIPPED: " + TestEngine.MISSING);
    assertThat(Trial.of(AbsentBefore.class).troubles())
        .extracting(Trial.Node::toString)
        .containsExactly("InjectedImageTest$AbsentBefore: SKIPPED: " + TestEngine.MISSING);
  }

  @Test
  void what_needs_an_engine_that_is_required_fails() {
    assertThat(Trial.of(Absent.class).with("seatrial.require", "engine").troubles())
        .hasSize(2)
        .allMatch(node -> node.status().equals("FAILED"))
        .allMatch(node -> node.message().contains(TestEngine.MISSING + " (engine is required"));
    assertThat(Trial.of(AbsentBefore.class).with("seatrial.require", "engine").troubles())
        .singleElement()
        .asString()
        .contains("FAILED: ")
        .contains(TestEngine.MISSING + " (engine is required");
  }
}
