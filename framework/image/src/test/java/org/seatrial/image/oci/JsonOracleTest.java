package org.seatrial.image.oci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.seatrial.check.InspectionException;
import org.seatrial.check.value.JsonValue;

/** The reader of JSON takes and refuses what jackson-core does, and reads the same. */
class JsonOracleTest {

  private static final JsonFactory ORACLE =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final List<String> SEEDS =
      List.of(
          "{\"a\": [1, -2.5e+3, 0, \"x\\n\\u00e4\\/\", true, false, null], \"b\": {\"c\": {}}}",
          "[[], {}, [[{\"\": 0.10}]], \"\\\"\\\\\", 1E-2]",
          " \"text\" ",
          "{\"k\":1,\"l\":\t2,\r\n\"m\":3}");

  private static final String ALPHABET = "{}[]:,\"\\ue+-.01aAnultrfs \n\t\u0001\u00a0/'";

  @Test
  void agrees_on_documents_that_were_changed_at_random() throws IOException {
    Random random = new Random(20260131);
    int taken = 0;
    for (int i = 0; i < 60_000; i++) {
      String text = changed(SEEDS.get(random.nextInt(SEEDS.size())), random);
      String wanted = read(text);
      assertThat(ours(text)).as(text).isEqualTo(wanted);
      taken += wanted.equals(REFUSED) ? 0 : 1;
    }
    assertThat(taken).isBetween(5_000, 55_000);
  }

  private static final String REFUSED = "refused";

  private static String changed(String seed, Random random) {
    StringBuilder text = new StringBuilder(seed);
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(text.length());
      char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, other);
        case 1 -> text.insert(at, other);
        default -> text.deleteCharAt(at);
      }
    }
    return text.toString();
  }

  private static String ours(String text) {
    try {
      StringBuilder shown = new StringBuilder();
      append(JsonValue.parse("the text", text), shown);
      return shown.toString();
    } catch (InspectionException e) {
      return REFUSED;
    }
  }

  private static void append(JsonValue value, StringBuilder shown) {
    switch (value.kind()) {
      case OBJECT -> {
        shown.append("{ ");
        value
            .members()
            .forEach(
                (name, member) -> {
                  shown.append(name).append(": ");
                  append(member, shown);
                });
        shown.append("} ");
      }
      case ARRAY -> {
        shown.append("[ ");
        value.elements().forEach(element -> append(element, shown));
        shown.append("] ");
      }
      default -> shown.append(value.text()).append(' ');
    }
  }

  private static String read(String text) throws IOException {
    StringBuilder shown = new StringBuilder();
    int depth = 0;
    int roots = 0;
    try (JsonParser parser = ORACLE.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        roots += depth == 0 ? 1 : 0;
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        shown.append(token == JsonToken.FIELD_NAME ? parser.currentName() + ":" : parser.getText());
        shown.append(' ');
      }
    } catch (JsonProcessingException e) {
      return REFUSED;
    }
    return roots == 1 ? shown.toString() : REFUSED;
  }
}
