package org.seatrial.check;

import java.util.List;

/** The grammar of sentences: phrases are bare infinitives, such as {@code have mode 0640}. */
final class Phrases {

  private static final String NOT = "not ";

  private Phrases() {}

  /** Return the phrase with its "to": {@code to have mode 0640}, {@code not to exist}. */
  static String infinitive(Condition<?> condition) {
    String phrase = condition.phrase();
    return phrase.startsWith(NOT) ? "not to " + phrase.substring(NOT.length()) : "to " + phrase;
  }

  /** Return the phrases in a row: {@code exist, have mode 0640 and be owned by 1001:0}. */
  static String joined(List<? extends Condition<?>> conditions) {
    List<String> phrases = conditions.stream().map(Condition::phrase).toList();
    int last = phrases.size() - 1;
    return last == 0
        ? phrases.get(0)
        : String.join(", ", phrases.subList(0, last)) + " and " + phrases.get(last);
  }
}
