package org.seatrial.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.seatrial.check.Answer.Absent;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Judgement.Holds;
import org.seatrial.check.Judgement.Undetermined;
import org.seatrial.check.Judgement.Violated;

/**
 * A condition of every one that a subject stands for. Its opposite is the opposite of every one, so
 * that what holds for some only violates both.
 */
record Every<S, E>(
    Function<? super S, ? extends List<? extends E>> elements, Condition<E> condition)
    implements Negatable<S> {

  /** How many different values are shown of those for which it holds. */
  private static final int SHOWN = 3;

  @Override
  public String phrase() {
    return condition.phrase();
  }

  @Override
  public Set<Request<?>> requests() {
    return condition.requests();
  }

  @Override
  public Set<Request<?>> needs(S observed) {
    Set<Request<?>> needs = new LinkedHashSet<>();
    elements.apply(observed).forEach(element -> needs.addAll(condition.needs(element)));
    return needs;
  }

  @Override
  public Judgement judge(Answer<? extends S> observed, Facts facts) {
    return observed.fold(
        known -> judge(known.value(), known.evidence(), facts),
        absent -> condition.judge(new Absent<E>(absent.evidence()), facts),
        Judgement::undetermined);
  }

  private Judgement judge(S subject, Evidence evidence, Facts facts) {
    List<Finding> violations = new ArrayList<>();
    List<Holds> holding = new ArrayList<>();
    List<Undetermined> unknown = new ArrayList<>();
    for (E element : elements.apply(subject)) {
      Judgement judgement = condition.judge(new Known<>(element, evidence), facts);
      for (Finding finding : judgement.findings()) {
        violations.add(element == subject ? finding : finding.about(Existence.label(element)));
      }
      if (judgement instanceof Holds holds) {
        holding.add(holds);
      } else if (judgement instanceof Undetermined undetermined) {
        unknown.add(undetermined);
      }
    }
    if (!violations.isEmpty()) {
      return new Violated(violations);
    }
    if (!unknown.isEmpty()) {
      return unknown.get(0);
    }
    return holding.isEmpty()
        ? Judgement.violated(
            Finding.of(Phrases.infinitive(condition), PropertyCondition.NOTHING, evidence))
        : Judgement.holds(shown(holding), holding.get(0).evidence());
  }

  private static String shown(List<Holds> holding) {
    List<String> values = holding.stream().map(Holds::actual).distinct().toList();
    String shown = values.stream().limit(SHOWN).collect(Collectors.joining("; "));
    return values.size() > SHOWN ? shown + "; … and " + (values.size() - SHOWN) + " more" : shown;
  }

  @Override
  public Condition<S> negated() {
    return new Every<>(elements, Conditions.not(condition));
  }

  @Override
  public String toString() {
    return phrase();
  }
}
