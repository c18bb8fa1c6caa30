package org.seatrial.examples.documentation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Condition;
import org.seatrial.check.Conditions;
import org.seatrial.check.Subject;
import org.seatrial.check.file.Selection;
import org.seatrial.deployment.ContainerSubjects;
import org.seatrial.examples.documentation.MarkdownFile.Row;
import org.seatrial.image.ImageSubject;

/** The catalogue of docs/checks.md has every word there is, and each reads as it says. */
class CatalogueTest {

  private static final List<Class<?>> KINDS =
      List.of(Condition.class, Subject.class, Selection.class);

  private final List<Row> rows =
      MarkdownFile.forUsers().stream()
          .flatMap(page -> page.rows(List.of("words", "read")).stream())
          .toList();

  @Test
  void every_word_reads_as_the_catalogue_says() throws ReflectiveOperationException {
    Compilation compiled =
        Compilation.of(rows.stream().map(row -> Snippet.value(row.piece(), row.code(0))).toList());
    assertThat(compiled.problems()).isEmpty();
    ClassLoader loader = compiled.loader();
    List<String> wrong = new ArrayList<>();
    for (Row row : rows) {
      Class<?> type = loader.loadClass(Snippet.nameOf(row.piece()));
      Supplier<?> supplier = (Supplier<?>) type.getConstructor().newInstance();
      String phrase = phrase(supplier.get());
      if (!phrase.equals(row.cells().get(1).replace("`", ""))) {
        wrong.add(row.piece().place() + ": reads " + phrase);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String phrase(Object word) {
    if (word instanceof Condition<?> condition) {
      return condition.phrase();
    }
    return word instanceof Selection selection ? selection.phrase() : ((Subject<?>) word).phrase();
  }

  @Test
  void every_word_is_in_the_catalogue() {
    Map<String, Long> shown =
        rows.stream()
            .map(row -> row.code(0))
            .collect(groupingBy(code -> code.substring(0, code.indexOf('(')), counting()));
    Map<String, Long> missing = new TreeMap<>();
    Map<String, Long> words =
        Stream.of(Conditions.class, ImageSubject.class, ContainerSubjects.class)
            .flatMap(type -> Classes.besides(type).stream())
            .flatMap(CatalogueTest::words)
            .collect(groupingBy(Method::getName, counting()));
    words.forEach(
        (word, overloads) -> {
          if (shown.getOrDefault(word, 0L) < overloads) {
            missing.put(word, overloads - shown.getOrDefault(word, 0L));
          }
        });
    assertThat(missing).as("words, and how many of their forms are missing").isEmpty();
    assertThat(words).hasSizeGreaterThan(80);
  }

  /** Return what is imported statically to make sentences. */
  private static Stream<Method> words(Class<?> type) {
    return Modifier.isPublic(type.getModifiers()) && !type.isInterface()
        ? Stream.of(type.getDeclaredMethods())
            .filter(m -> Modifier.isPublic(m.getModifiers()) && Modifier.isStatic(m.getModifiers()))
            .filter(m -> KINDS.stream().anyMatch(kind -> kind.isAssignableFrom(m.getReturnType())))
        : Stream.of();
  }
}
