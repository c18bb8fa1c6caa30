package org.seatrial.image.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {

  private static final String DIGEST =
      "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @ParameterizedTest
  @CsvSource({
    "shop,                              docker.io/library/shop:latest,      shop:latest",
    "shop:1.4,                          docker.io/library/shop:1.4,         shop:1.4",
    "team/shop,                         docker.io/team/shop:latest,         team/shop:latest",
    "docker.io/shop,                    docker.io/library/shop:latest,      shop:latest",
    "docker.io/library/shop,            docker.io/library/shop:latest,      shop:latest",
    "index.docker.io/shop,              docker.io/library/shop:latest,      shop:latest",
    "library/shop,                      docker.io/library/shop:latest,      shop:latest",
    "library/shop/web,                  docker.io/library/shop/web:latest, "
        + " library/shop/web:latest",
    "docker.io/localhost/shop,          docker.io/localhost/shop:latest,   "
        + " docker.io/localhost/shop:latest",
    "docker.io/a.b/shop,                docker.io/a.b/shop:latest,         "
        + " docker.io/a.b/shop:latest",
    "docker.io/library/a.b/shop,        docker.io/library/a.b/shop:latest, "
        + " library/a.b/shop:latest",
    "localhost,                         docker.io/library/localhost:latest, localhost:latest",
    "localhost:5000,                    docker.io/library/localhost:5000,   localhost:5000",
    "localhost/shop,                    localhost/shop:latest,              localhost/shop:latest",
    "localhost:5000/shop,               localhost:5000/shop:latest,        "
        + " localhost:5000/shop:latest",
    "localhost:5000/shop:1,             localhost:5000/shop:1,              localhost:5000/shop:1",
    "registry.example/a/b/c/shop:1,     registry.example/a/b/c/shop:1,     "
        + " registry.example/a/b/c/shop:1",
    "127.0.0.1:65535/shop,              127.0.0.1:65535/shop:latest,       "
        + " 127.0.0.1:65535/shop:latest",
    "[2001:db8::1]/shop,                [2001:db8::1]/shop:latest,         "
        + " [2001:db8::1]/shop:latest",
    "[2001:db8::1]:443/shop:1,          [2001:db8::1]:443/shop:1,          "
        + " [2001:db8::1]:443/shop:1",
    "Registry.Example/shop,             Registry.Example/shop:latest,      "
        + " Registry.Example/shop:latest",
    "Registry/shop,                     Registry/shop:latest,               Registry/shop:latest",
    "registry.example,                  docker.io/library/registry.example:latest,"
        + " registry.example:latest",
    "team/a.b_c__d-e---f/0.1,           docker.io/team/a.b_c__d-e---f/0.1:latest,"
        + " team/a.b_c__d-e---f/0.1:latest",
    "xn--n3h.example/shop,              xn--n3h.example/shop:latest,       "
        + " xn--n3h.example/shop:latest",
    "shop:_-.A,                         docker.io/library/shop:_-.A,        shop:_-.A"
  })
  void reads_a_good_reference(String text, String canonical, String familiar) {
    ImageReference reference = ImageReference.parse(text);
    assertThat(reference.canonical()).isEqualTo(canonical);
    assertThat(reference.familiar()).isEqualTo(familiar);
    assertThat(ImageReference.parse(canonical)).isEqualTo(reference);
    assertThat(ImageReference.parse(familiar)).isEqualTo(reference);
  }

  @Test
  void keeps_a_digest_without_making_up_a_tag() {
    ImageReference reference = ImageReference.parse("shop@" + DIGEST);
    assertThat(reference.tag()).isEmpty();
    assertThat(reference.digest()).contains(Digest.parse(DIGEST));
    assertThat(reference.familiar()).isEqualTo("shop@" + DIGEST);
  }

  @Test
  void keeps_both_a_tag_and_a_digest() {
    ImageReference reference = ImageReference.parse("localhost:5000/shop:1.4@" + DIGEST);
    assertThat(reference.tag()).contains("1.4");
    assertThat(reference.digest()).contains(Digest.parse(DIGEST));
    assertThat(reference).hasToString("localhost:5000/shop:1.4@" + DIGEST);
    assertThat(reference.withTag("2")).hasToString("localhost:5000/shop:2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "shop ",
        ":1.4",
        "/shop",
        "shop/",
        "team//shop",
        "shop:",
        "shop:a:b",
        "shop:-1",
        "shop:.1",
        "shop:1+2",
        "shop:ä",
        "shop@",
        "shop@sha256",
        "shop@sha256:abc",
        "shop@md5:d41d8cd98f00b204e9800998ecf8427e",
        "@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "Shop",
        "team/Shop",
        "-shop",
        "shop-",
        "shop..web",
        "shop.-web",
        "shop___web",
        "shop/../web",
        "shop\u0000",
        "shöp",
        "shop:1\n",
        "https://registry.example/shop",
        "registry.example:/shop",
        "registry.example:0/shop",
        "registry.example:65536/shop",
        "registry.example:99999999999/shop",
        "registry.example:http/shop",
        "-registry.example/shop",
        "registry-.example/shop",
        "registry..example/shop",
        "regis_try.example/shop",
        ".example/shop",
        "[2001:db8::1/shop",
        "2001:db8::1/shop",
        "[]/shop",
        "[::1]",
        "[::g]/shop",
        "user@registry.example/shop",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      })
  void refuses_a_bad_reference(String text) {
    assertThatThrownBy(() -> ImageReference.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(" is no image reference: ");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'Shop', '\"Shop\" is no image reference: repository must be in lower case, but was"
            + " \"Shop\"'",
        "'shop:', '\"shop:\" is no image reference: tag must have 1 to 128 of a-z, A-Z, 0-9, _, ."
            + " and -, not beginning with . or -, but was \"\"'",
        "'a..b', '\"a..b\" is no image reference: repository must be names of a-z and 0-9, with"
            + " single . or _, double __ or any number of - inside, separated by /, but was"
            + " \"a..b\"'",
        "'h.x:0/a', '\"h.x:0/a\" is no image reference: the port of a registry must be a number"
            + " from 1 to 65535, but was \"h.x:0\"'",
        "'-.x/a', '\"-.x/a\" is no image reference: registry must be a host name or an IPv6"
            + " address in brackets, but was \"-.x\"'",
        "'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',"
            + " '\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\" is no image"
            + " reference: 64 hexadecimal digits are an image ID, which can''t be a name'"
      })
  void says_which_part_is_wrong(String text, String message) {
    assertThatThrownBy(() -> ImageReference.parse(text)).hasMessage(message);
  }

  @Test
  void holds_lengths_to_what_registries_allow() {
    assertThat(ImageReference.parse("r.io/" + "a".repeat(255)).repository()).hasSize(255);
    assertThatThrownBy(() -> ImageReference.parse("r.io/" + "a".repeat(256)))
        .hasMessageContaining("repository must have at most 255 characters");
    assertThat(ImageReference.parse("shop:" + "1".repeat(128)).tag()).contains("1".repeat(128));
    assertThatThrownBy(() -> ImageReference.parse("shop:" + "1".repeat(129)))
        .hasMessageContaining("tag must have 1 to 128");
  }

  @Test
  void reads_back_whatever_it_accepts() {
    Random random = new Random(20260131);
    String letters = "ab0.-_:/@AB[]";
    int accepted = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = 1 + random.nextInt(9); n > 0; n--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      ImageReference reference;
      try {
        reference = ImageReference.parse(text.toString());
      } catch (IllegalArgumentException e) {
        continue;
      }
      accepted++;
      assertThat(ImageReference.parse(reference.canonical())).isEqualTo(reference);
      assertThat(ImageReference.parse(reference.familiar())).isEqualTo(reference);
    }
    assertThat(accepted).isGreaterThan(200);
  }
}
