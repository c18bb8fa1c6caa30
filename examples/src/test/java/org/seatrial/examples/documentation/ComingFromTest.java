package org.seatrial.examples.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatrial.examples.documentation.MarkdownFile.Piece;

/** What the tables for those who come from other tools show of Seatrial is Java that compiles. */
class ComingFromTest {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** How words combine in general, and what is said of a whole check, are no values. */
  private static final Pattern NO_VALUE =
      Pattern.compile("\\w+\\((…|…, …)\\)|(because|allowFailure)\\(.*");

  @ParameterizedTest
  @CsvSource({"goss, 40", "container-structure-test, 20"})
  void shows_words_that_compile(String tool, int atLeast) {
    List<Snippet> shown =
        MarkdownFile.forUsers().stream()
            .flatMap(page -> page.rows(List.of(tool, "Seatrial")).stream())
            .flatMap(row -> snippets(row.piece(), row.cells().get(1)))
            .toList();
    assertThat(shown).hasSizeGreaterThan(atLeast);
    assertThat(shown.stream().flatMap(each -> Compilation.of(List.of(each)).problems().stream()))
        .isEmpty();
  }

  /** A cell can show several words, which would have the same name. */
  private static Stream<Snippet> snippets(Piece piece, String cell) {
    return CODE.matcher(cell)
        .results()
        .map(found -> found.group(1))
        .filter(code -> code.contains("(") && !NO_VALUE.matcher(code).matches())
        .map(code -> Snippet.block(new Piece(piece.path(), piece.line(), code)));
  }
}
