package org.seatrial.examples.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seatrial.examples.documentation.MarkdownFile.Piece;

/** The Java in README.md and docs/ compiles, without a warning. */
class CodeBlocksTest {

  @Test
  void every_java_block_compiles_without_a_warning() {
    List<String> problems = new ArrayList<>();
    int blocks = 0;
    for (MarkdownFile page : MarkdownFile.forUsers()) {
      for (Piece block : page.blocks("java")) {
        blocks++;
        // One by one: two pages may show a class of the same name.
        problems.addAll(Compilation.of(List.of(Snippet.block(block))).problems());
      }
    }
    assertThat(problems).isEmpty();
    assertThat(blocks).isGreaterThan(5);
  }

  @Test
  void a_mistake_is_told_with_the_line_of_the_page() {
    Piece wrong =
        new Piece(Path.of("docs/wrong.md"), 10, "file(\"/etc/passwd\")\n    .should(exits())");
    assertThat(Compilation.of(List.of(Snippet.block(wrong))).problems())
        .singleElement()
        .asString()
        .startsWith("docs/wrong.md:11: ERROR: ")
        .contains("exits");
  }
}
