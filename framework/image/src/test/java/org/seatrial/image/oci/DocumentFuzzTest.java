package org.seatrial.image.oci;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.seatrial.check.InspectionException;

/** Documents and names, whatever they are: read, or refused by one kind of error. */
class DocumentFuzzTest {

  private static void assertReadOrRefused(byte[] bytes, Consumer<byte[]> reader) {
    try {
      reader.accept(bytes);
    } catch (InspectionException e) {
      assertThat(e.getMessage()).contains("it");
    }
  }

  private static void assertReadOrIllegal(byte[] bytes, Consumer<String> reader) {
    try {
      reader.accept(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }

  @FuzzTest(maxDuration = "1m")
  void json(byte[] bytes) {
    assertReadOrRefused(bytes, b -> JsonReader.read("it", b));
  }

  @FuzzTest(maxDuration = "1m")
  void manifests(byte[] bytes) {
    assertReadOrRefused(
        bytes, b -> ImageManifest.parse("it", b, "application/vnd.oci.image.manifest.v1+json"));
  }

  @FuzzTest(maxDuration = "1m")
  void indexes(byte[] bytes) {
    assertReadOrRefused(
        bytes, b -> ImageIndex.parse("it", b, "application/vnd.oci.image.index.v1+json"));
  }

  @FuzzTest(maxDuration = "1m")
  void configs(byte[] bytes) {
    assertReadOrRefused(bytes, b -> assertThat(ImageConfig.parse("it", b).toString()).isNotEmpty());
  }

  @FuzzTest(maxDuration = "1m")
  void saved_images(byte[] bytes) {
    assertReadOrRefused(bytes, b -> SavedImage.parse("it", b));
  }

  @FuzzTest(maxDuration = "1m")
  void references(byte[] bytes) {
    assertReadOrIllegal(
        bytes,
        text -> {
          ImageReference reference = ImageReference.parse(text);
          assertThat(ImageReference.parse(reference.toString())).isEqualTo(reference);
          assertThat(ImageReference.parse(reference.familiar())).isEqualTo(reference);
        });
  }

  @FuzzTest(maxDuration = "1m")
  void digests(byte[] bytes) {
    assertReadOrIllegal(bytes, text -> assertThat(Digest.parse(text)).hasToString(text));
  }

  @FuzzTest(maxDuration = "1m")
  void platforms(byte[] bytes) {
    assertReadOrIllegal(
        bytes,
        text -> {
          ImagePlatform platform = ImagePlatform.parse(text);
          assertThat(ImagePlatform.parse(platform.toString())).isEqualTo(platform);
        });
  }
}
