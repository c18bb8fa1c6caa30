package org.seatrial.image.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.Check;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;

/** Rows of another tool's words, each with checks that must pass and checks that must fail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RowsContract {

  /** What the other tool says, and what Seatrial says of the shop's image in its place. */
  record Row(String theirs, List<Check> holding, List<Check> violated) {
    static Row of(String theirs, Check holding, Check violated) {
      return new Row(theirs, List.of(holding), List.of(violated));
    }
  }

  abstract Stream<Row> rows();

  @Test
  void every_row_holds_where_it_is_true_and_only_there(@TempDir Path folder) {
    List<Row> rows = rows().toList();
    assertThat(rows).hasSizeGreaterThan(15);
    assertThat(unlike(Outcome.PASSED, rows, Row::holding, folder)).isEmpty();
    assertThat(unlike(Outcome.FAILED, rows, Row::violated, folder)).isEmpty();
  }

  private static List<String> unlike(
      Outcome wanted, List<Row> rows, Function<Row, List<Check>> side, Path folder) {
    List<Check> checks = rows.stream().flatMap(row -> side.apply(row).stream()).toList();
    assertThat(checks).hasSizeGreaterThanOrEqualTo(rows.size());
    return Inspection.of(ShopImage.in(folder)).verdicts(checks).stream()
        .filter(verdict -> verdict.outcome() != wanted)
        .map(Verdict::message)
        .toList();
  }
}
