package org.seatrial.examples.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param path relative to the repository, such as {@code docs/checks.md}
 * @param lines as they are in the file
 */
record MarkdownFile(Path path, List<String> lines) {

  private static final String FENCE = "```";

  /** A cell ends at a pipe that has no backslash before it. */
  private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules");

  /** A piece of a page, and the line on which it begins, from 1. */
  record Piece(Path path, int line, String text) {

    /** Return where it is, as compilers write it: {@code docs/checks.md:42}. */
    String place() {
      return path + ":" + line;
    }
  }

  /** Return every page of the repository, by path. */
  static List<MarkdownFile> all() {
    return below(repository());
  }

  /** Return the pages that users read: README.md and docs/. */
  static List<MarkdownFile> forUsers() {
    return all().stream()
        .filter(
            file ->
                file.path().equals(Path.of("README.md"))
                    || Path.of("docs").equals(file.path().getParent()))
        .toList();
  }

  /** Return the folder in which the build's wrapper is. */
  static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("tests must run below the folder with mvnw");
      }
    }
    return folder;
  }

  private static List<MarkdownFile> below(Path root) {
    List<MarkdownFile> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        Path relative = root.relativize(file);
        if (file.toString().endsWith(".md") && isOurs(relative)) {
          found.add(new MarkdownFile(relative, Files.readAllLines(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static boolean isOurs(Path relative) {
    for (Path element : relative) {
      if (NOT_OURS.contains(element.toString())) {
        return false;
      }
    }
    return true;
  }

  /** Return the fenced blocks of a language, without their fences. */
  List<Piece> blocks(String language) {
    List<Piece> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(FENCE)) {
        int end = i + 1;
        while (end < lines.size() && !lines.get(end).startsWith(FENCE)) {
          end++;
        }
        if (lines.get(i).equals(FENCE + language)) {
          blocks.add(new Piece(path, i + 2, String.join("\n", lines.subList(i + 1, end))));
        }
        i = end;
      }
    }
    return blocks;
  }

  /** Return the rows of the tables whose head begins with these cells; each as its cells. */
  List<Row> rows(List<String> head) {
    List<Row> rows = new ArrayList<>();
    boolean within = false;
    for (int i = 0; i < lines.size(); i++) {
      List<String> cells = cells(lines.get(i));
      if (cells.isEmpty()) {
        within = false;
      } else if (cells.size() >= head.size() && cells.subList(0, head.size()).equals(head)) {
        within = true;
        i++;
      } else if (within) {
        rows.add(new Row(new Piece(path, i + 1, lines.get(i)), cells));
      }
    }
    return rows;
  }

  /** A row of a table. */
  record Row(Piece piece, List<String> cells) {

    /** Return the text of a cell that is code. */
    String code(int cell) {
      String text = cells.get(cell);
      if (text.length() < 3 || !text.startsWith("`") || !text.endsWith("`")) {
        throw new IllegalStateException(piece.place() + ": must be code, but is " + text);
      }
      return text.substring(1, text.length() - 1);
    }
  }

  private static List<String> cells(String line) {
    if (!line.startsWith("|")) {
      return List.of();
    }
    return Stream.of(CELL_END.split(line.substring(1)))
        .map(cell -> cell.strip().replace("\\|", "|"))
        .toList();
  }

  /** Return the targets of all links. */
  List<Piece> links() {
    List<Piece> links = new ArrayList<>();
    boolean fenced = false;
    for (int i = 0; i < lines.size(); i++) {
      fenced ^= lines.get(i).startsWith(FENCE);
      if (!fenced) {
        int number = i + 1;
        String text = lines.get(i).replaceAll("`[^`]*`", "``");
        LINK.matcher(text)
            .results()
            .map(MatchResult::group)
            .map(group -> group.substring(2, group.length() - 1))
            .forEach(target -> links.add(new Piece(path, number, target)));
      }
    }
    return links;
  }

  /** Return the names by which links reach the headings: lower case, hyphens for spaces. */
  Set<String> anchors() {
    Set<String> anchors = new TreeSet<>();
    boolean fenced = false;
    for (String line : lines) {
      fenced ^= line.startsWith(FENCE);
      if (!fenced && line.startsWith("#")) {
        String heading = line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT);
        anchors.add(heading.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'));
      }
    }
    return anchors;
  }
}
