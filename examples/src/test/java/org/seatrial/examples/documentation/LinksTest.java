package org.seatrial.examples.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.seatrial.examples.documentation.MarkdownFile.Piece;

/** Links from one page to another file lead somewhere. */
class LinksTest {

  private static final Map<Path, MarkdownFile> PAGES =
      MarkdownFile.all().stream()
          .collect(Collectors.toMap(MarkdownFile::path, Function.identity()));

  @Test
  void every_relative_link_leads_to_a_file_and_a_heading() {
    List<String> dead = new ArrayList<>();
    int links = 0;
    for (MarkdownFile page : PAGES.values()) {
      for (Piece link : page.links()) {
        if (!isOutside(link.text())) {
          links++;
          dead(link).ifPresent(dead::add);
        }
      }
    }
    assertThat(dead).isEmpty();
    assertThat(links).isGreaterThan(10);
  }

  private static boolean isOutside(String target) {
    return target.matches("[a-z]+:.*");
  }

  private static Optional<String> dead(Piece link) {
    int hash = link.text().indexOf('#');
    String file = hash < 0 ? link.text() : link.text().substring(0, hash);
    Path target = file.isEmpty() ? link.path() : link.path().resolveSibling(file).normalize();
    if (!Files.exists(MarkdownFile.repository().resolve(target))) {
      return Optional.of(link.place() + ": there is no " + target);
    }
    MarkdownFile page = PAGES.get(target);
    if (hash >= 0 && page != null && !page.anchors().contains(link.text().substring(hash + 1))) {
      return Optional.of(
          link.place() + ": " + target + " has no heading " + link.text().substring(hash));
    }
    return Optional.empty();
  }
}
