package org.seatrial.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.report.ReportFixture.passing;
import static org.seatrial.report.ReportFixture.place;
import static org.seatrial.report.ReportFixture.report;
import static org.seatrial.report.ReportFixture.verdicts;
import static org.seatrial.report.ReportFixture.written;
import static org.seatrial.report.Thing.be;
import static org.seatrial.report.Thing.seen;
import static org.seatrial.report.Thing.thing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Check;

class JsonFormatTest {

  private static final Path SCHEMA = Path.of("../../docs/report.schema.json");

  private static final String ONE_FAILURE =
      """
      {
        "format" : "seatrial-report",
        "version" : 1,
        "title" : "colours",
        "started" : "2026-11-22T20:34:13.250Z",
        "seconds" : 2.5,
        "outcome" : "FAILED",
        "tally" : {
          "checks" : 1,
          "passed" : 0,
          "failed" : 1,
          "undetermined" : 0,
          "notBlocking" : 0,
          "skipped" : 0
        },
        "places" : [
          {
            "name" : "shelf 1",
            "started" : "2026-11-22T20:34:13.250Z",
            "seconds" : 1.25,
            "outcome" : "FAILED",
            "tally" : {
              "checks" : 1,
              "passed" : 0,
              "failed" : 1,
              "undetermined" : 0,
              "notBlocking" : 0,
              "skipped" : 0
            },
            "checks" : [
              {
                "id" : "fruit.plum",
                "sentence" : "thing plum should be blue, because it is ripe",
                "reason" : "it is ripe",
                "severity" : "MUST",
                "outcome" : "FAILED",
                "blocks" : true,
                "source" : {
                  "class" : "org.seatrial.report.ReportFixture",
                  "file" : "ReportFixture.java",
                  "line" : %d
                },
                "conditions" : [
                  {
                    "phrase" : "be blue",
                    "outcome" : "FAILED"
                  }
                ],
                "findings" : [
                  {
                    "about" : "plum",
                    "expected" : "blue",
                    "actual" : "green",
                    "evidence" : {
                      "layer" : "2 of 5",
                      "made by" : "RUN paint"
                    },
                    "remedy" : ""
                  }
                ],
                "allowed" : [ ],
                "notes" : [ ]
              }
            ]
          }
        ]
      }
      """;

  @Test
  void writes_all_that_is_known_of_a_failure() {
    Check check = ReportFixture.failing();
    assertThat(written(JsonFormat.json(), ReportFixture.reportOf(check)))
        .isEqualTo(ONE_FAILURE.formatted(check.source().line()));
  }

  @Test
  void writes_what_was_allowed_with_its_exemption() {
    assertThat(written(JsonFormat.json(), ReportFixture.reportOf(ReportFixture.allowing())))
        .contains(
            """
                      "allowed" : [
                        {
                          "about" : "pink",
                          "expected" : "another colour",
                          "actual" : "pink",
                          "evidence" : {
                            "layer" : "2 of 5",
                            "made by" : "RUN paint"
                          },
                          "remedy" : "paint it",
                          "exemption" : {
                            "pattern" : "pink",
                            "reason" : "it was washed with a red one",
                            "until" : "9999-12-31"
                          }
                        }
                      ],
            """);
  }

  @Test
  void keeps_to_its_schema() {
    Report report =
        report(
            place("shelf 1", verdicts("shelf 1", ReportFixture.everyKind())),
            place("shelf 2", Thing.unreachable("shelf 2", "locked", List.of(passing()))),
            place("shelf 3", List.of()));
    assertThat(violations(written(JsonFormat.json(), report))).isEmpty();
    assertThat(violations(written(JsonFormat.json(), report()))).isEmpty();
  }

  @Test
  void has_a_schema_that_can_refuse() {
    String good = written(JsonFormat.json(), ReportFixture.reportOf(passing()));
    assertThat(violations(good.replace("\"MUST\"", "\"MAY\""))).hasSize(1);
    assertThat(violations(good.replace("\"blocks\"", "\"blocked\""))).hasSize(1);
    assertThat(violations(good.replace("2026-11-22T20:34:13.250Z", "today"))).hasSize(2);
    assertThat(violations(good.replace("\"version\" : 1", "\"version\" : 2"))).hasSize(1);
  }

  @Test
  void escapes_all_that_a_terminal_may_act_on_and_keeps_invalid_bytes() {
    String evil = "a\u001b[2J\u009b\u202e\"\\\udcff\u0000é\ud83d\ude00";
    Check check = thing(evil).should(be("red"));
    String json =
        written(
            JsonFormat.json(),
            report(place(evil, Thing.verdicts(evil, Map.of(evil, seen(evil)), List.of(check)))));
    assertThat(json.chars().filter(c -> c != '\n' && (c < 0x20 || c > 0x7e)).toArray()).isEmpty();
    assertThat(json)
        .contains(
            "\"actual\" :"
                + " \"a\\u001B[2J\\u009B\\u202E\\\"\\\\\\uDCFF\\u0000\\u00E9\\uD83D\\uDE00\"");
    assertThat(violations(json)).isEmpty();
  }

  @Test
  void cuts_a_value_that_never_ends() {
    String json =
        written(
            JsonFormat.json(),
            report(
                place(
                    "shelf",
                    Thing.verdicts(
                        "shelf",
                        Map.of("x", seen("y".repeat(1_000_000))),
                        List.of(thing("x").should(be("red")))))));
    assertThat(json).hasSizeLessThan(100_000).contains("\\u2026 (934464 more characters)");
  }

  private static List<String> violations(String json) {
    try {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
      return schema
          .validate(
              json,
              InputFormat.JSON,
              context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
          .stream()
          .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
