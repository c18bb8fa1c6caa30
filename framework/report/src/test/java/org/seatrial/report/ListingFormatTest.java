package org.seatrial.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatrial.report.Listing.Fact;
import org.seatrial.report.Listing.Facts;
import org.seatrial.report.Listing.Table;
import org.seatrial.report.Listing.Value;

class ListingFormatTest {

  private static final String FOR_PEOPLE =
      """
      image
        user:               1001
        working directory:
        entrypoint:         ["/run.sh", "a b"]
        environment:        PATH=/bin
                            X=\\u001b[1m
        volumes:
        labels:             a.b=c
        size:               180.1 MB

      layers (2)
        layer      size  made by
            1  173.0 MB  ADD rootfs /
           12            RUN a\\nb

      packages: none

      ? rpm's database can't be read: é
      """;

  private static final String AS_JSON =
      """
      {
        "format" : "seatrial-listing",
        "version" : 1,
        "image" : {
          "user" : "1001",
          "workingDirectory" : "",
          "entrypoint" : [
            "/run.sh",
            "a b"
          ],
          "environment" : [
            "PATH=/bin",
            "X=\\u001B[1m"
          ],
          "volumes" : [ ],
          "labels" : {
            "a.b" : "c"
          },
          "size" : 180123456
        },
        "layers" : [
          {
            "layer" : 1,
            "size" : 173000000,
            "madeBy" : "ADD rootfs /"
          },
          {
            "layer" : 12,
            "size" : null,
            "madeBy" : "RUN a\\nb"
          }
        ],
        "packages" : [ ],
        "notes" : [
          "rpm's database can't be read: \\u00E9"
        ]
      }
      """;

  private static final Listing LISTING =
      new Listing(
          List.of(
              new Facts(
                  "image",
                  List.of(
                      new Fact("user", Value.of("1001")),
                      new Fact("working directory", Value.of("")),
                      new Fact("entrypoint", Value.words(List.of("/run.sh", "a b"))),
                      new Fact("environment", Value.lines(List.of("PATH=/bin", "X=\u001b[1m"))),
                      new Fact("volumes", Value.lines(List.of())),
                      new Fact("labels", Value.pairs(Map.of("a.b", "c"))),
                      new Fact("size", Value.bytes(180_123_456)))),
              new Table(
                  "layers",
                  List.of("layer", "size", "made by"),
                  List.of(
                      List.of(Value.of(1), Value.bytes(173_000_000), Value.of("ADD rootfs /")),
                      List.of(Value.of(12), Value.none(), Value.of("RUN a\nb")))),
              new Table("packages", List.of("name"), List.of())),
          List.of("rpm's database can't be read: é"));

  @Test
  void aligns_what_people_read() throws IOException {
    assertThat(written(ListingFormat.CONSOLE)).isEqualTo(FOR_PEOPLE);
  }

  @Test
  void writes_the_same_as_json() throws IOException {
    assertThat(written(ListingFormat.JSON)).isEqualTo(AS_JSON);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "999949, 999.9 kB",
    "999950, 1.0 MB",
    "1500000000, 1.5 GB",
    "9223372036854775807, 9.2 EB"
  })
  void shows_sizes_in_the_unit_that_fits(long bytes, String shown) {
    assertThat(ListingLines.sized(bytes)).isEqualTo(shown);
  }

  @Test
  void refuses_a_row_that_does_not_fit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Table("t", List.of("a", "b"), List.of(List.of(Value.of(1)))))
        .withMessage("row must have 2 values, but has 1");
  }

  private static String written(ListingFormat format) throws IOException {
    StringWriter out = new StringWriter();
    format.write(LISTING, out);
    return out.toString();
  }
}
