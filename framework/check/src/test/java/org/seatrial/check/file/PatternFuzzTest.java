package org.seatrial.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.seatrial.check.Wildcard;

/** Patterns and other short texts, whatever they are: read, or refused by one kind of error. */
class PatternFuzzTest {

  /** Return the two texts that the bytes hold, with a NUL between them. */
  private static String[] two(byte[] bytes) {
    String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\0", 2);
    return parts.length == 2 ? parts : new String[] {parts[0], ""};
  }

  @FuzzTest(maxDuration = "1m")
  void globs(byte[] bytes) {
    String[] texts = two(bytes);
    Glob glob;
    try {
      glob = Glob.parse(texts[0]);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotEmpty();
      return;
    }
    glob.matches(texts[1]);
    assertThat(glob.folder()).startsWith("/");
    assertThat(glob.depth()).isPositive();
    assertThat(Glob.parse(glob.toString())).isEqualTo(glob);
  }

  @FuzzTest(maxDuration = "1m")
  void wildcards(byte[] bytes) {
    String[] texts = two(bytes);
    boolean matches = Wildcard.matches(texts[0], texts[1]);
    if (Wildcard.isLiteral(texts[0])) {
      assertThat(matches).isEqualTo(Wildcard.literal(texts[0]).equals(texts[1]));
    }
    assertThat(Wildcard.matches("*" + texts[0], texts[1])).isIn(true, matches);
  }

  @FuzzTest(maxDuration = "1m")
  void modes(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (Function<String, Mode> reader :
        List.<Function<String, Mode>>of(Mode::parse, Symbolic::parse)) {
      try {
        assertThat(reader.apply(text).bits()).isBetween(0, 07777);
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).contains(" must be ");
      }
    }
  }

  @FuzzTest(maxDuration = "1m")
  void capabilities(byte[] bytes) {
    try {
      FileCapabilities capabilities = FileCapabilities.parse(bytes);
      assertThat(capabilities.toString()).isNotEmpty();
      assertThat(capabilities.names()).hasSizeLessThanOrEqualTo(64);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).startsWith("security.capability must ");
    }
  }
}
