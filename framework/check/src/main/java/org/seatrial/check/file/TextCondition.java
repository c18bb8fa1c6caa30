package org.seatrial.check.file;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.seatrial.check.Answer;
import org.seatrial.check.Condition;
import org.seatrial.check.Facts;
import org.seatrial.check.Finding;
import org.seatrial.check.Judgement;
import org.seatrial.check.Request;

/** A condition on the text of something that is there. */
record TextCondition(String phrase, String expected, BiFunction<FileContent, TextSource, Seen> look)
    implements Condition<TextSource> {

  /**
   * What was seen in a content.
   *
   * @param holds whether the condition holds of it
   * @param isFinal whether that is so whatever a content lacks
   * @param actual what shows it
   */
  record Seen(boolean holds, boolean isFinal, String actual) {

    /** Return what decides whatever else there is where it holds, such as a text that was found. */
    static Seen found(String actual) {
      return new Seen(true, true, actual);
    }

    /** Return what is violated unless it is in what a content lacks. */
    static Seen notFound(String actual) {
      return new Seen(false, false, actual);
    }
  }

  @Override
  public Set<Request<?>> needs(TextSource observed) {
    return Set.of(observed.content());
  }

  @Override
  public Judgement judge(Answer<? extends TextSource> observed, Facts facts) {
    Answer<Text> text =
        observed.then(source -> facts.get(source.content()).map(c -> new Text(source, c)));
    return text.fold(
        known -> judged(known),
        absent -> Judgement.violated(Finding.of(expected, "nothing is there", absent.evidence())),
        Judgement::undetermined);
  }

  /** A text and what holds it. */
  private record Text(TextSource source, FileContent content) {}

  private Judgement judged(Answer.Known<Text> known) {
    Text text = known.value();
    Seen seen = look.apply(text.content(), text.source());
    Optional<String> missing = text.source().missing();
    return missing.isPresent() && !seen.isFinal()
        ? Judgement.undetermined(missing.get() + ", and that leaves it open: " + seen.actual())
        : Judgement.of(seen.holds(), expected, seen.actual(), known.evidence());
  }

  @Override
  public String toString() {
    return phrase;
  }
}
