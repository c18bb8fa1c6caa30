package org.seatrial.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seatrial.check.InspectionException;
import org.seatrial.image.fixture.Bundle;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;
import org.seatrial.image.fixture.Packing;

/** One image of several in a file or a folder is meant by its name. */
class NamedImageTest {

  private static final ImageFixture CART =
      ImageFixture.of(LayerFixture.empty().file("cart", "1")).withName("shop/cart:1.4");
  private static final ImageFixture WEB =
      ImageFixture.of(LayerFixture.empty().file("web", "22")).withName("shop/web:2");

  @TempDir private Path temp;

  /** Every form that keeps several images. */
  enum Form {
    LAYOUT,
    LAYOUT_IN_A_TAR,
    LAYOUT_IN_A_GZIP_TAR,
    SAVED,
    SAVED_COMPRESSED,
    SAVED_BEFORE_25;

    String write(Path folder, ImageFixture... images) {
      Path file = folder.resolve("two.tar");
      return switch (this) {
        case LAYOUT -> "layout:" + Bundle.layout(images).writeTo(folder.resolve("two"));
        case LAYOUT_IN_A_TAR -> "archive:" + Bundle.layout(images).tarTo(file, Packing.PLAIN);
        case LAYOUT_IN_A_GZIP_TAR -> "archive:" + Bundle.layout(images).tarTo(file, Packing.GZIP);
        case SAVED -> "archive:" + Bundle.saved(images).tarTo(file, Packing.PLAIN);
        case SAVED_COMPRESSED -> "archive:" + Bundle.saved(images).tarTo(file, Packing.ZSTD);
        case SAVED_BEFORE_25 ->
            "archive:" + Bundle.savedBefore25(images).tarTo(file, Packing.PLAIN);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void each_is_found_by_its_name_and_called_by_it(Form form) {
    String where = form.write(temp, CART, WEB);
    for (ImageFixture image : new ImageFixture[] {CART, WEB}) {
      ImagePlace place = open(where + ":" + image.name());
      assertThat(place.name()).isEqualTo("image " + where + ":" + image.name());
      assertThat(place.summary().configDigest()).hasToString(image.config().digest());
      assertThat(open(where + ":docker.io/" + image.name()).summary()).isEqualTo(place.summary());
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_there_is_listed_when_no_name_or_a_wrong_one_is_said(Form form) {
    String where = form.write(temp, CART, WEB);
    assertThatThrownBy(() -> open(where).summary())
        .isInstanceOf(InspectionException.class)
        .hasMessage(where + " holds several images; choose one of shop/cart:1.4, shop/web:2");
    assertThatThrownBy(() -> open(where + ":shop/cart:1.5").summary())
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            where + " has no image named \"shop/cart:1.5\"; it has shop/cart:1.4, shop/web:2");
  }

  @ParameterizedTest
  @EnumSource
  void a_single_one_needs_no_name_but_must_have_the_one_that_is_said(Form form) {
    String where = form.write(temp, CART);
    assertThat(open(where).name()).isEqualTo("image " + where);
    assertThat(open(where).summary()).isEqualTo(open(where + ":shop/cart:1.4").summary());
    assertThatThrownBy(() -> open(where + ":shop/web:2").summary())
        .isInstanceOf(InspectionException.class)
        .hasMessage(where + " has no image named \"shop/web:2\"; it has shop/cart:1.4");
  }

  @Test
  void tags_alone_are_names_where_an_index_has_nothing_else() {
    Bundle tagged =
        Bundle.layout(CART, WEB)
            .replacing("index.json", "\"io.containerd.image.name\": \"shop/cart:1.4\", ", "")
            .replacing("index.json", "\"io.containerd.image.name\": \"shop/web:2\", ", "");
    String where = "archive:" + tagged.tarTo(temp.resolve("two.tar"), Packing.PLAIN);
    assertThat(open(where + ":2").summary().configDigest()).hasToString(WEB.config().digest());
    assertThatThrownBy(() -> open(where).summary())
        .isInstanceOf(InspectionException.class)
        .hasMessage(where + " holds several images; choose one of 1.4, 2");
    assertThatThrownBy(() -> open(where + ":3").summary())
        .isInstanceOf(InspectionException.class)
        .hasMessage(where + " has no image named \"3\"; it has 1.4, 2");
  }

  @Test
  void images_without_a_name_are_found_by_the_digest_that_the_message_lists() {
    Bundle saved = Bundle.savedBefore25(CART.withName(""), WEB.withName(""));
    String where = "archive:" + saved.tarTo(temp.resolve("two.tar"), Packing.PLAIN);
    String cart = CART.config().digest();
    String web = WEB.config().digest();
    assertThatThrownBy(() -> open(where).summary())
        .isInstanceOf(InspectionException.class)
        .hasMessage(where + " holds several images; choose one of " + cart + ", " + web);
    assertThat(open(where + ":" + web).summary().configDigest()).hasToString(web);
  }

  private ImagePlace open(String subject) {
    return ImagePlace.open(
        subject, "", ImageOptions.standard().withCacheFolder(temp.resolve("cache")));
  }
}
