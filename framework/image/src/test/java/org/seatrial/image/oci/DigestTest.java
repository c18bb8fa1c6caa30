package org.seatrial.image.oci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {

  // Of the empty string and of "abc", from FIPS 180-4's examples.
  private static final String EMPTY =
      "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String ABC =
      "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void hashes_bytes_as_the_standard_does() {
    assertThat(Digest.sha256(new byte[0])).hasToString(EMPTY);
    assertThat(Digest.sha256("abc".getBytes(UTF_8))).hasToString(ABC);
  }

  @Test
  void tells_whether_bytes_match() {
    assertThat(Digest.parse(ABC).matches("abc".getBytes(UTF_8))).isTrue();
    assertThat(Digest.parse(ABC).matches("abd".getBytes(UTF_8))).isFalse();
  }

  @Test
  void reads_what_it_writes_in_each_algorithm() {
    for (String algorithm : new String[] {"sha256", "sha384", "sha512"}) {
      int length = Integer.parseInt(algorithm.substring(3)) / 8;
      Digest digest = Digest.of(algorithm, new byte[length]);
      assertThat(Digest.parse(digest.toString())).isEqualTo(digest);
      assertThat(digest.newHash().getDigestLength()).isEqualTo(length);
    }
  }

  @Test
  void shows_people_twelve_digits() {
    assertThat(Digest.parse(ABC).abbreviated()).isEqualTo("sha256:ba7816bf8f01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "sha256",
        "sha256:",
        "sha256:abc",
        "sha256:../../../../etc/passwd",
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85",
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8555",
        "sha256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85g",
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85\u0660",
        "sha512:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "SHA256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "md5:d41d8cd98f00b204e9800998ecf8427e",
        " sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      })
  void refuses_anything_else(String text) {
    assertThatThrownBy(() -> Digest.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("digest ");
  }

  @Test
  void says_what_was_wrong() {
    assertThatThrownBy(() -> Digest.parse("sha256:../x"))
        .hasMessage(
            "digest must have 64 lower-case hexadecimal digits after sha256:, but was"
                + " \"sha256:../x\"");
    assertThatThrownBy(() -> Digest.parse("md5:00"))
        .hasMessage("digest algorithm must be sha256, sha384 or sha512, but was \"md5\"");
    assertThatThrownBy(() -> Digest.parse("e3b0\u001b["))
        .hasMessage("digest must be written ALGORITHM:HEX, but was \"e3b0\\u001b[\"");
  }
}
