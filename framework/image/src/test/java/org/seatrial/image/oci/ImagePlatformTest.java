package org.seatrial.image.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePlatformTest {

  @ParameterizedTest
  @CsvSource({
    "linux/amd64,                    linux/amd64",
    "linux/x86_64,                   linux/amd64",
    "linux/amd64/v1,                 linux/amd64",
    "linux/amd64/v3,                 linux/amd64/v3",
    "linux/aarch64,                  linux/arm64",
    "linux/arm64/v8,                 linux/arm64",
    "linux/arm64/8,                  linux/arm64",
    "linux/arm,                      linux/arm/v7",
    "linux/arm/6,                    linux/arm/v6",
    "linux/armhf,                    linux/arm/v7",
    "linux/armel,                    linux/arm/v6",
    "linux/i386,                     linux/386",
    "LINUX/ARM64,                    linux/arm64",
    "macos/arm64,                    darwin/arm64",
    "arm64,                          linux/arm64",
    "x86_64,                         linux/amd64",
    "linux/s390x,                    linux/s390x",
    "windows(10.0.17763.1040)/amd64, windows(10.0.17763.1040)/amd64"
  })
  void knows_the_one_spelling(String text, String normalized) {
    assertThat(ImagePlatform.parse(text).normalized()).hasToString(normalized);
  }

  @ParameterizedTest
  @ValueSource(strings = {"linux/arm64/v8", "linux/amd64", "windows(10.0.17763.1040)/amd64"})
  void reads_what_it_writes(String text) {
    assertThat(ImagePlatform.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "linux",
        "linux/",
        "/amd64",
        "a/b/c/d",
        "linux/amd 64",
        "linux/ämd64",
        "windows()/amd64",
        "linux/amd64/"
      })
  void refuses_anything_else(String text) {
    assertThatThrownBy(() -> ImagePlatform.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "platform must be OS/ARCHITECTURE or OS/ARCHITECTURE/VARIANT, such as linux/amd64 or"
                + " linux/arm64/v8, but was \""
                + text
                + '"');
  }

  @ParameterizedTest
  @CsvSource({
    "linux/amd64,    linux/x86_64,    0",
    "linux/arm64,    linux/arm64/v8,  0",
    "linux/arm64/v8, linux/aarch64,   0",
    "linux/arm,      linux/arm/v7,    0",
    "linux/arm/v7,   linux/arm/v6,    1",
    "linux/arm/v7,   linux/arm/v5,    2",
    "linux/arm/v8,   linux/arm/v7,    1",
    "linux/arm/v6,   linux/arm/v7,    -1",
    "linux/amd64/v3, linux/amd64/v2,  1",
    "linux/amd64/v3, linux/amd64,     2",
    "linux/amd64,    linux/amd64/v2,  -1",
    "linux/arm64/v9, linux/arm64,     1",
    "linux/amd64,    linux/arm64,     -1",
    "linux/amd64,    windows/amd64,   -1",
    "windows/amd64,  windows(10)/amd64, 0",
    "windows(10)/amd64, windows(11)/amd64, -1"
  })
  void runs_what_the_processor_runs(String wanted, String offered, int distance) {
    assertThat(ImagePlatform.parse(wanted).distanceTo(ImagePlatform.parse(offered)))
        .isEqualTo(distance);
  }

  @Test
  void knows_the_host_by_what_java_says() {
    assertThat(ImagePlatform.host("aarch64")).hasToString("linux/arm64");
    assertThat(ImagePlatform.host("amd64")).hasToString("linux/amd64");
    assertThat(ImagePlatform.host().os()).isEqualTo("linux");
  }
}
