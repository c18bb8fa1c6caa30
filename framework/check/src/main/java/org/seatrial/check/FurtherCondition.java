package org.seatrial.check;

import java.util.Set;
import java.util.function.Function;

/** A condition on a further fact, which is asked for once the subject is known. */
record FurtherCondition<S, B>(
    String phrase,
    String expected,
    Function<? super S, ? extends Request<B>> further,
    Condition.Look<B> look)
    implements Condition<S> {

  @Override
  public Set<Request<?>> needs(S observed) {
    return Set.of(further.apply(observed));
  }

  @Override
  public Judgement judge(Answer<? extends S> observed, Facts facts) {
    Answer<B> answer = observed.then(value -> facts.get(further.apply(value)));
    return new PropertyCondition<>(phrase, expected, look).judge(answer, facts);
  }

  @Override
  public String toString() {
    return phrase;
  }
}
