package org.seatrial.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.image.ImageConditions.beCreatedSince;
import static org.seatrial.image.ImageConditions.beCreatedWithinDays;
import static org.seatrial.image.ImageConditions.haveLayersAtMost;
import static org.seatrial.image.ImageConditions.haveStepMatching;
import static org.seatrial.image.ImageConditions.transferAtMost;
import static org.seatrial.image.ImageConditions.wasteAtMost;
import static org.seatrial.image.ImageConditions.weighAtMost;
import static org.seatrial.image.MadeImage.compressed;
import static org.seatrial.image.MadeImage.message;
import static org.seatrial.image.MadeImage.place;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatrial.check.Condition;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;

/** The conditions on weight, age and history of an image: by the contract, and at their edges. */
class ImageConditionsTest {

  /** A layer of 3072 bytes: a header, 1500 bytes in three blocks, and two blocks for the end. */
  private static final LayerFixture DATA =
      LayerFixture.empty().file("srv/data", new byte[1_500], 0644, 0, 0);

  private static final ImageFixture ONE = ImageFixture.of(DATA);
  private static final ImageFixture TWO = ONE.withLayer(LayerFixture.empty().directory("srv"));

  @TempDir Path temp;

  private Verdict verdict(Condition<ImageSummary> condition, ImageFixture image) {
    return MadeImage.verdict(condition, image, temp);
  }

  private static ImageFixture createdAt(String time) {
    return ONE.withCreated('"' + time + '"');
  }

  @Nested
  class WeighAtMost extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      return MadeImage.example(
              weighAtMost(3_072), "weigh at most 3072 bytes", "at most 3072 bytes uncompressed")
          .holdsIn(compressed(ONE, temp))
          .isViolatedIn(
              compressed(TWO, temp),
              """
              image should weigh at most 3072 bytes   → FAILED (1 finding) in image docker:shop
                expected:  at most 3072 bytes uncompressed
                but was:   4608 bytes uncompressed
                evidence:  layers 1: 3072, 2: 1536
              """)
          .negated(
              """
              image should not weigh at most 3072 bytes   → FAILED (1 finding) in image docker:shop
                expected:  not to weigh at most 3072 bytes
                but was:   3072 bytes uncompressed
                evidence:  layers 1: 3072
              """);
    }
  }

  @Nested
  class TransferAtMost extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      int size = ONE.blobs().get(0).bytes().length;
      assertThat(size).isLessThan(3_072);
      String phrase = "transfer at most " + size + " bytes";
      return MadeImage.example(transferAtMost(size), phrase, "at most " + size + " bytes as stored")
          .holdsIn(compressed(ONE, temp))
          .isViolatedIn(
              place(ONE, temp),
              """
              image should transfer at most %d bytes   → FAILED (1 finding) in image docker:shop
                expected:  at most %d bytes as stored
                but was:   3072 bytes as stored
                evidence:  layers 1: 3072
              """
                  .formatted(size, size))
          .negated(
              """
              image should not transfer at most %d bytes   → FAILED (1 finding) in image docker:shop
                expected:  not to transfer at most %d bytes
                but was:   %d bytes as stored
                evidence:  layers 1: %d
              """
                  .formatted(size, size, size, size));
    }
  }

  @Nested
  class HaveLayersAtMost extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      return MadeImage.example(haveLayersAtMost(1), "have at most 1 layers", "at most 1 layers")
          .holdsIn(place(ONE, temp))
          .isViolatedIn(
              place(TWO, temp),
              message(
                  TWO,
                  """
                  image should have at most 1 layers   → FAILED (1 finding) in image docker:shop
                    expected:  at most 1 layers
                    but was:   2 layers
                    evidence:  CONFIG, field rootfs.diff_ids, platform linux/amd64
                  """))
          .negated(
              message(
                  ONE,
                  """
                  image should not have at most 1 layers   → FAILED (1 finding) in image docker:shop
                    expected:  not to have at most 1 layers
                    but was:   1 layers
                    evidence:  CONFIG, field rootfs.diff_ids, platform linux/amd64
                  """));
    }
  }

  @Nested
  class WasteAtMost extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = TWO.withLayer(LayerFixture.empty().file("srv/data", "new"));
      ImageFixture wrong = right.withLayer(LayerFixture.empty().whiteout("srv/data"));
      return MadeImage.example(
              wasteAtMost(1_500), "waste at most 1500 bytes", "at most 1500 bytes wasted")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should waste at most 1500 bytes   → FAILED (1 finding) in image docker:shop
                    expected:  at most 1500 bytes wasted
                    but was:   1503 bytes wasted: /srv/data (1503 bytes, layers [1, 3, 4])
                    evidence:  CONFIG, field layers, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not waste at most 1500 bytes   → FAILED (1 finding) in image docker:shop
                    expected:  not to waste at most 1500 bytes
                    but was:   1500 bytes wasted: /srv/data (1500 bytes, layers [1, 3])
                    evidence:  CONFIG, field layers, platform linux/amd64
                  """));
    }
  }

  @Nested
  class BeCreatedSince extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = createdAt("2026-01-30T23:30:00-01:00");
      ImageFixture wrong = createdAt("2026-01-31T00:30:00+01:00");
      return MadeImage.example(
              beCreatedSince(LocalDate.of(2026, 1, 31)),
              "be created since 2026-01-31",
              "created on 2026-01-31 or later")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should be created since 2026-01-31   → FAILED (1 finding) in image docker:shop
                    expected:  created on 2026-01-31 or later
                    but was:   created at 2026-01-30T23:30:00Z
                    evidence:  CONFIG, field created, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not be created since 2026-01-31   → FAILED (1 finding) in image docker:shop
                    expected:  not to be created since 2026-01-31
                    but was:   created at 2026-01-31T00:30:00Z
                    evidence:  CONFIG, field created, platform linux/amd64
                  """));
    }
  }

  @Nested
  class BeCreatedWithinDays extends ConditionContract<ImageSummary> {

    private final String now = Instant.now().truncatedTo(ChronoUnit.MINUTES).toString();

    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right = createdAt(now);
      ImageFixture wrong = createdAt("2001-09-09T01:46:40Z");
      return MadeImage.example(
              beCreatedWithinDays(30), "be created within 30 days", "created at most 30 days ago")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should be created within 30 days   → FAILED (1 finding) in image docker:shop
                    expected:  created at most 30 days ago
                    but was:   created at 2001-09-09T01:46:40Z
                    evidence:  CONFIG, field created, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not be created within 30 days   → FAILED (1 finding) in image docker:shop
                    expected:  not to be created within 30 days
                    but was:   created at %s
                    evidence:  CONFIG, field created, platform linux/amd64
                  """
                      .formatted(now)));
    }
  }

  @Nested
  class HaveStepMatching extends ConditionContract<ImageSummary> {
    @Override
    protected ConditionExample<ImageSummary> example() {
      ImageFixture right =
          TWO.withHistory("ADD base", "RUN /bin/sh -c apt-get  upgrade # buildkit");
      ImageFixture wrong = TWO.withHistory("ADD base", "COPY shop");
      return MadeImage.example(
              haveStepMatching("apt-get +upgrade"),
              "have a step matching /apt-get +upgrade/",
              "a step matching /apt-get +upgrade/")
          .holdsIn(place(right, temp))
          .isViolatedIn(
              place(wrong, temp),
              message(
                  wrong,
                  """
                  image should have a step matching /apt-get +upgrade/   → FAILED (1 finding) in image docker:shop
                    expected:  a step matching /apt-get +upgrade/
                    but was:   none of 2 steps
                    evidence:  CONFIG, field history, platform linux/amd64
                  """))
          .negated(
              message(
                  right,
                  """
                  image should not have a step matching /apt-get +upgrade/   → FAILED (1 finding) in image docker:shop
                    expected:  not to have a step matching /apt-get +upgrade/
                    but was:   "RUN /bin/sh -c apt-get  upgrade # buildkit"
                    evidence:  CONFIG, field history, platform linux/amd64
                  """));
    }
  }

  @Test
  void waste_is_named_by_its_largest_files_and_the_bytes_of_all_others() {
    LayerFixture many = LayerFixture.empty();
    LayerFixture none = LayerFixture.empty();
    for (int i = 0; i < 120; i++) {
      many = many.file("f" + i, new byte[1_000 - i], 0644, 0, 0);
      none = none.whiteout("f" + i);
    }
    String others =
        "112860 bytes wasted: /f0 (1000 bytes, layers [1, 2]), /f1 (999 bytes, layers [1, 2]),"
            + " /f2 (998 bytes, layers [1, 2]), /f3 (997 bytes, layers [1, 2]),"
            + " /f4 (996 bytes, layers [1, 2]) and others (107870 bytes)";
    assertThat(verdict(wasteAtMost(0), ImageFixture.of(many, none)).findings().get(0).actual())
        .isEqualTo(others);
    assertThat(verdict(not(wasteAtMost(0)), ONE).findings().get(0).actual())
        .isEqualTo("0 bytes wasted");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-31T23:59:59Z, FAILED",
    "2026-06-01T00:00:00Z, PASSED",
    "2026-07-01T09:00:00Z, PASSED",
    "2026-07-02T23:59:59Z, PASSED",
    "2026-07-03T00:00:00Z, FAILED",
    "2099-01-01T00:00:00Z, FAILED",
    "1970-01-01T00:00:00Z, FAILED",
  })
  void age_is_counted_in_days_and_no_date_to_come_is_young(String created, Outcome outcome) {
    Clock clock = Clock.fixed(Instant.parse("2026-07-01T10:00:00Z"), ZoneOffset.UTC);
    Verdict verdict =
        Inspection.of(place(createdAt(created), temp))
            .withClock(clock)
            .verdicts(List.of(ImageSubject.image().should(beCreatedWithinDays(30))))
            .get(0);
    assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"null", "'\"0001-01-01T00:00:00Z\"'"})
  void an_image_without_a_date_is_neither_young_nor_of_a_day(String json) {
    ImageFixture image = ONE.withCreated(json);
    for (var condition : List.of(beCreatedWithinDays(30), beCreatedSince(LocalDate.EPOCH))) {
      Verdict verdict = verdict(condition, image);
      assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(verdict.findings().get(0).actual()).isEqualTo("no date of creation");
    }
  }

  @Test
  void a_negative_age_is_refused() {
    assertThatThrownBy(() -> beCreatedWithinDays(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("days must not be negative, but were -1");
  }

  @Test
  void a_history_that_does_not_tell_of_all_layers_leaves_steps_undetermined() {
    ImageFixture silent = TWO;
    ImageFixture partly = TWO.withHistory("RUN make");
    for (var condition : List.of(haveStepMatching("apt-get"), not(haveStepMatching("apt-get")))) {
      assertThat(verdict(condition, silent).outcome()).isEqualTo(Outcome.UNDETERMINED);
      assertThat(verdict(condition, silent).notes()).containsExactly("the image has no history");
      assertThat(verdict(condition, partly).notes())
          .containsExactly("the history tells of 1 layers, but the image has 2");
    }
    assertThat(verdict(haveStepMatching("make"), partly).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void every_step_that_matches_is_shown() {
    ImageFixture image = TWO.withHistory("RUN one \\u001b[31m", "RUN two");
    assertThat(verdict(not(haveStepMatching("RUN")), image).findings().get(0).actual())
        .isEqualTo("\"RUN one \\u001b[31m\", \"RUN two\"");
    assertThatThrownBy(() -> haveStepMatching("(?<x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("regex must have RE2's syntax: ");
  }
}
