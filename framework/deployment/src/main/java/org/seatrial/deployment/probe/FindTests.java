package org.seatrial.deployment.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.seatrial.check.file.FileType;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.Selection;

/**
 * Selections as tests of {@code find}, so that it leaves out what nobody wants. What is left is
 * tested again by the one who asked: too much costs time only.
 */
final class FindTests {

  private static final List<String> ALL = List.of();

  private final boolean byNumber;

  /**
   * Write tests for a {@code find}.
   *
   * @param byNumber whether it has {@code -uid} and {@code -gid}; {@code -user} takes a name first
   */
  FindTests(boolean byNumber) {
    this.byNumber = byNumber;
  }

  /** Return words of the shell that select at least what this selects. */
  String of(Selection selection) {
    return String.join(" ", atLeast(selection));
  }

  private List<String> atLeast(Selection selection) {
    if (selection instanceof Selection.All all) {
      return all.parts().stream().flatMap(part -> atLeast(part).stream()).toList();
    }
    return exactly(selection).orElse(ALL);
  }

  private Optional<List<String>> exactly(Selection selection) {
    if (selection instanceof Selection.Everything) {
      return Optional.of(List.of());
    }
    if (selection instanceof Selection.OfType type) {
      return Optional.of(List.of("-type", letter(type.type())));
    }
    if (selection instanceof Selection.WithBits bits) {
      return Optional.of(List.of("!", "-type", "l", "-perm", "-" + bits.mask()));
    }
    if (selection instanceof Selection.Executable) {
      String anybody = "\\( -perm -0100 -o -perm -0010 -o -perm -0001 \\)";
      return Optional.of(List.of("-type", "f", anybody));
    }
    if (selection instanceof Selection.LargerThan larger) {
      return Optional.of(List.of("-type", "f", "-size", "+" + larger.bytes() + "c"));
    }
    if (selection instanceof Selection.OfUser user) {
      return owned("-uid", user.uid());
    }
    if (selection instanceof Selection.OfGroup group) {
      return owned("-gid", group.gid());
    }
    return combined(selection);
  }

  private Optional<List<String>> combined(Selection selection) {
    if (selection instanceof Selection.All all) {
      return joined(all.parts(), "-a");
    }
    if (selection instanceof Selection.Any any) {
      return joined(any.parts(), "-o");
    }
    if (selection instanceof Selection.Not not) {
      return exactly(not.other())
          .filter(words -> !words.isEmpty())
          .map(words -> List.of("!", bracketed(words)));
    }
    return Optional.empty();
  }

  private Optional<List<String>> owned(String test, long id) {
    return byNumber ? Optional.of(List.of(test, String.valueOf(id))) : Optional.empty();
  }

  private Optional<List<String>> joined(List<Selection> parts, String by) {
    List<String> all = new ArrayList<>();
    for (Selection part : parts) {
      Optional<List<String>> words = exactly(part).filter(list -> !list.isEmpty());
      if (words.isEmpty()) {
        return Optional.empty();
      }
      all.add(bracketed(words.get()));
    }
    return Optional.of(List.of(bracketed(List.of(String.join(" " + by + " ", all)))));
  }

  private static String bracketed(List<String> words) {
    return "\\( " + String.join(" ", words) + " \\)";
  }

  private static String letter(FileType type) {
    return switch (type) {
      case REGULAR -> "f";
      case DIRECTORY -> "d";
      case SYMLINK -> "l";
      case CHARACTER_DEVICE -> "c";
      case BLOCK_DEVICE -> "b";
      case FIFO -> "p";
      case SOCKET -> "s";
    };
  }

  /**
   * Return a pattern for {@code -path} that matches at least what this glob selects: there, a star
   * stands for slashes too, and a character is a byte.
   */
  static String path(Glob glob) {
    String elements =
        Arrays.stream(glob.toString().split("/", -1))
            .filter(element -> !element.isEmpty())
            .skip(Arrays.stream(glob.folder().split("/", -1)).filter(e -> !e.isEmpty()).count())
            .map(FindTests::element)
            .collect(Collectors.joining("/"));
    return "*/" + elements.replace("**/", "*");
  }

  /** Return an element with a star in place of all that is more than literal text and stars. */
  private static String element(String element) {
    boolean plain = element.chars().allMatch(c -> c != '?' && c != '[' && c != '\\');
    return plain ? element : "*";
  }
}
