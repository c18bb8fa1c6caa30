package org.seatrial.check.file;

import java.util.Optional;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Condition;
import org.seatrial.check.Facts;
import org.seatrial.check.Finding;
import org.seatrial.check.Judgement;
import org.seatrial.check.Request;
import org.seatrial.check.value.TextLook;

/** A condition on a value that a text is, or holds; undetermined where the text is not whole. */
record TextValueCondition(TextLook look) implements Condition<TextSource> {

  @Override
  public String phrase() {
    return look.phrase();
  }

  @Override
  public Set<Request<?>> needs(TextSource observed) {
    return Set.of(observed.content());
  }

  @Override
  public Judgement judge(Answer<? extends TextSource> observed, Facts facts) {
    if (observed instanceof Known<? extends TextSource> known) {
      Optional<String> missing = known.value().missing();
      if (missing.isPresent()) {
        return Judgement.undetermined(missing.get());
      }
    }
    Answer<FileContent> content = observed.then(source -> facts.get(source.content()));
    return content.fold(
        known -> look.at(new Known<>(known.value().text(), known.evidence()), facts),
        absent ->
            Judgement.violated(Finding.of(look.expected(), "nothing is there", absent.evidence())),
        Judgement::undetermined);
  }

  @Override
  public String toString() {
    return phrase();
  }
}
