package org.seatrial.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
final class Nearest {

  private Nearest() {}

  /** Return the name that takes the fewest edits, unless it takes too many to be meant. */
  static Optional<String> to(String typed, Collection<String> names) {
    int most = Math.max(2, typed.length() / 3);
    return names.stream()
        .filter(name -> edits(typed, name) <= most)
        .min(Comparator.comparingInt(name -> edits(typed, name)));
  }

  /** Return what follows "there is no such …": what was meant, or what there is. */
  static String hint(String typed, Collection<String> names) {
    String all = "; there are: " + String.join(", ", names);
    return to(typed, names).map(name -> "; did you mean " + name + "?").orElse(all);
  }

  /** Return how many characters must be inserted, removed or replaced, whatever their case. */
  private static int edits(String typed, String meant) {
    String from = typed.toLowerCase(Locale.ROOT);
    String to = meant.toLowerCase(Locale.ROOT);
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
