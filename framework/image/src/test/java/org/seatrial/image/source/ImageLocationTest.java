package org.seatrial.image.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatrial.image.fixture.Bundle;
import org.seatrial.image.fixture.ImageFixture;

class ImageLocationTest {

  @TempDir private Path temp;

  @ParameterizedTest
  @CsvSource({
    "docker:shop:1.4,                  docker:shop:1.4",
    "docker:docker:24,                 docker:docker:24",
    "shop:1.4,                         docker:shop:1.4",
    "localhost:5000/shop,              docker:localhost:5000/shop",
    "docker:sha256:0123456789ab,       docker:sha256:0123456789ab",
    "0123456789ab,                     docker:0123456789ab",
    "archive:shop.tar,                 archive:shop.tar",
    "archive:a:b.tar,                  archive:a:b.tar",
    "archive:-,                        archive:-",
    "-,                                archive:-",
    "archive:-:shop/cart:1.4,          archive:-:shop/cart:1.4",
    "-:shop/cart:1.4,                  archive:-:shop/cart:1.4",
    "archive:two.tar:shop/cart:1.4,    archive:two.tar:shop/cart:1.4",
    "layout:nowhere,                   layout:nowhere",
    "layout:nowhere:1.4,               layout:nowhere:1.4",
    "layout:no:where/x,                layout:no:where/x"
  })
  void reads_a_location(String text, String meant) {
    assertThat(ImageLocation.parse(text)).hasToString(meant);
  }

  @Test
  void tells_a_tag_from_a_folder() {
    assertThat(ImageLocation.parse("layout:nowhere:1.4"))
        .isEqualTo(new ImageLocation.Layout(Path.of("nowhere"), Optional.of("1.4")));
    assertThat(ImageLocation.parse("layout:no:where/x"))
        .isEqualTo(new ImageLocation.Layout(Path.of("no:where/x"), Optional.empty()));
    assertThat(ImageLocation.parse("-"))
        .isInstanceOfSatisfying(
            ImageLocation.Archive.class, a -> assertThat(a.isStandardInput()).isTrue());
  }

  @Test
  void recognises_what_is_there() throws IOException {
    Path layout = Bundle.layout(ImageFixture.of()).writeTo(temp.resolve("layout"));
    Path odd = Bundle.layout(ImageFixture.of()).writeTo(temp.resolve("odd:name"));
    Path file = Files.writeString(temp.resolve("image"), "x");
    assertThat(ImageLocation.parse(layout.toString()))
        .isEqualTo(new ImageLocation.Layout(layout, Optional.empty()));
    assertThat(ImageLocation.parse(layout + ":1.4"))
        .isEqualTo(new ImageLocation.Layout(layout, Optional.of("1.4")));
    assertThat(ImageLocation.parse(odd.toString()))
        .isEqualTo(new ImageLocation.Layout(odd, Optional.empty()));
    assertThat(ImageLocation.parse("layout:" + odd))
        .isEqualTo(new ImageLocation.Layout(odd, Optional.empty()));
    assertThat(ImageLocation.parse(file.toString()))
        .isEqualTo(new ImageLocation.Archive(file, Optional.empty()));
    assertThatThrownBy(() -> ImageLocation.parse(temp.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "\""
                + temp
                + "\" names no image: the folder is no OCI layout: it has no file"
                + " oci-layout");
  }

  @ParameterizedTest
  @CsvSource({
    "two.tar,                          two.tar,      ",
    "two.tar:1.4,                      two.tar,      1.4",
    "two.tar:shop/cart:1.4,            two.tar,      shop/cart:1.4",
    "two.tar.gz:localhost:5000/a:1,    two.tar.gz,   localhost:5000/a:1",
    "two.tzst:a@sha256:0123,           two.tzst,     a@sha256:0123",
    "/x/two.tgz:1.4,                   /x/two.tgz,   1.4",
    "two.tar.zst:x.tar:1,              two.tar.zst,  x.tar:1",
    "a:b.tar,                          a:b.tar,      ",
    "a:b.tar:1.4,                      a:b.tar,      1.4",
    "image:1.4,                        image:1.4,    ",
    "-:1.4,                            -,            1.4",
    "./-:1.4,                          ./-:1.4,      "
  })
  void tells_the_name_in_an_archive_that_is_not_there_by_its_form(
      String text, Path file, String name) {
    assertThat(ImageLocation.parse("archive:" + text))
        .isEqualTo(new ImageLocation.Archive(file, Optional.ofNullable(name)));
  }

  @ParameterizedTest
  @CsvSource({
    "image:1.4,             image,       1.4",
    "image:shop/cart:1.4,   image,       shop/cart:1.4",
    "a:b.tar,               a:b.tar,     ",
    "a:b.tar:shop/cart:1.4, a:b.tar,     shop/cart:1.4",
    "two.tar:1.4,           two.tar:1.4, ",
    "two.tar:1.5,           two.tar,     1.5",
    "two.tar:1.4:1.4,       two.tar:1.4, 1.4",
    "folder/x:1.4,          folder/x,    1.4",
    "folder:y,              folder:y,    "
  })
  void takes_the_longest_beginning_that_is_there_for_the_archive(
      String text, String file, String name) throws IOException {
    Files.createDirectory(temp.resolve("folder"));
    for (String present : List.of("image", "a", "a:b.tar", "two.tar", "two.tar:1.4", "folder/x")) {
      Files.writeString(temp.resolve(present), "x");
    }
    assertThat(ImageLocation.parse("archive:" + temp.resolve(text)))
        .isEqualTo(new ImageLocation.Archive(temp.resolve(file), Optional.ofNullable(name)))
        .hasToString("archive:" + temp.resolve(text));
  }

  @ParameterizedTest
  @CsvSource({
    "there:1.4,              there,        1.4",
    "there:shop/cart:1.4,    there,        shop/cart:1.4",
    "there:x:1.4,            there:x,      1.4",
    "there:x,                there:x,      ",
    "there:y,                there,        y",
    "missing:1.4,            missing,      1.4"
  })
  void takes_the_longest_beginning_that_is_there_for_the_folder(
      String text, String folder, String name) throws IOException {
    Files.createDirectory(temp.resolve("there"));
    Files.createDirectory(temp.resolve("there:x"));
    assertThat(ImageLocation.parse("layout:" + temp.resolve(text)))
        .isEqualTo(new ImageLocation.Layout(temp.resolve(folder), Optional.ofNullable(name)));
  }

  @Test
  void recognises_a_named_image_in_what_is_there_and_looks_like_a_path() throws IOException {
    Path layout = Bundle.layout(ImageFixture.of()).writeTo(temp.resolve("layout"));
    Path file = Files.writeString(temp.resolve("image"), "x");
    assertThat(ImageLocation.parse(layout + ":shop/cart:1.4"))
        .isEqualTo(new ImageLocation.Layout(layout, Optional.of("shop/cart:1.4")));
    assertThat(ImageLocation.parse(file + ":shop/cart:1.4"))
        .isEqualTo(new ImageLocation.Archive(file, Optional.of("shop/cart:1.4")));
    // A file that has the name of an image is no reason to look there for it.
    assertThat(Path.of("pom.xml")).exists();
    assertThat(ImageLocation.parse("pom.xml:1.4"))
        .isEqualTo(new ImageLocation.Docker("pom.xml:1.4"));
    assertThat(ImageLocation.parse("archive:pom.xml:1.4"))
        .isEqualTo(new ImageLocation.Archive(Path.of("pom.xml"), Optional.of("1.4")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | \"\" names no image: it is empty",
        "shop.tar | \"shop.tar\" names no image: there is no such file or folder",
        "./shop | \"./shop\" names no image: there is no such file or folder",
        "/nowhere/shop | \"/nowhere/shop\" names no image: there is no such file or folder",
        "Shop | \"Shop\" names no image: there is no such file or folder, and \"Shop\" is no image"
            + " reference: repository must be in lower case, but was \"Shop\"",
        "docker:Shop | \"Shop\" is no image reference: repository must be in lower case, but was"
            + " \"Shop\"",
        "archive:two.tar: | \"two.tar:\" names no image: no name of an image follows the last"
            + " colon",
        "layout:image: | \"image:\" names no image: no name of an image follows the last colon",
        "./two.tar:shop/cart:1.4 | \"./two.tar:shop/cart:1.4\" names no image: there is no such"
            + " file or folder",
        "archive: | the name of the file or folder must not be empty",
        "layout: | the name of the file or folder must not be empty"
      })
  void says_what_was_tried(String text, String message) {
    assertThatThrownBy(() -> ImageLocation.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void refuses_text_that_can_be_no_path() {
    assertThatThrownBy(() -> ImageLocation.parse("archive:a\u0000b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"a\\u0000b\" names no image: this can't be the name of a file");
    assertThatThrownBy(() -> ImageLocation.parse("a\u0000b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("\"a\\u0000b\" names no image: this can't be the name of a file");
  }
}
