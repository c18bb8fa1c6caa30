package org.seatrial.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seatrial.check.Judgement.Holds;
import org.seatrial.check.Judgement.Undetermined;
import org.seatrial.check.Judgement.Violated;

/** Both, either or neither of several conditions, three-valued. */
record Combination<S>(Kind kind, List<Condition<? super S>> parts) implements Negatable<S> {

  enum Kind {
    BOTH("both ", " and "),
    EITHER("either ", " or "),
    NEITHER("neither ", " nor ");

    private final String before;
    private final String between;

    Kind(String before, String between) {
      this.before = before;
      this.between = between;
    }
  }

  Combination {
    parts = List.copyOf(parts);
  }

  /** Return the combination of two, which takes over the parts of those that are of its kind. */
  static <S> Combination<S> of(Kind kind, Condition<? super S> first, Condition<? super S> second) {
    List<Condition<? super S>> parts = new ArrayList<>();
    parts.addAll(unpacked(kind, first));
    parts.addAll(unpacked(kind, second));
    return new Combination<>(kind, parts);
  }

  private static <T> List<Condition<? super T>> unpacked(Kind kind, Condition<T> part) {
    return part instanceof Combination<T> same && same.kind == kind ? same.parts : List.of(part);
  }

  @Override
  public String phrase() {
    int last = parts.size() - 1;
    String before = kind == Kind.BOTH && last > 1 ? "" : kind.before;
    return parts.subList(0, last).stream()
            .map(Combination::bracketed)
            .collect(Collectors.joining(", ", before, kind.between))
        + bracketed(parts.get(last));
  }

  private static String bracketed(Condition<?> part) {
    return part instanceof Combination ? "(" + part.phrase() + ")" : part.phrase();
  }

  @Override
  public Set<Request<?>> requests() {
    Set<Request<?>> requests = new LinkedHashSet<>();
    parts.forEach(part -> requests.addAll(part.requests()));
    return requests;
  }

  @Override
  public Set<Request<?>> needs(S observed) {
    Set<Request<?>> needs = new LinkedHashSet<>();
    parts.forEach(part -> needs.addAll(part.needs(observed)));
    return needs;
  }

  @Override
  public Optional<Patience> patience() {
    return Patience.longest(parts.stream().map(Condition::patience));
  }

  @Override
  public Judgement judge(Answer<? extends S> observed, Facts facts) {
    List<Judgement> judgements = new ArrayList<>();
    judged().forEach(part -> judgements.add(part.judge(observed, facts)));
    // The outcome that decides alone: one that holds for either, one violation for the others.
    Outcome decisive = kind == Kind.EITHER ? Outcome.PASSED : Outcome.FAILED;
    List<Judgement> deciding = judgements.stream().filter(j -> j.outcome() == decisive).toList();
    if (!deciding.isEmpty()) {
      return decisive == Outcome.PASSED ? holding(deciding) : violated(deciding);
    }
    return judgements.stream()
        .filter(Undetermined.class::isInstance)
        .findFirst()
        .orElseGet(() -> decisive == Outcome.PASSED ? noneHolds(judgements) : holding(judgements));
  }

  private Stream<Condition<? super S>> judged() {
    return kind == Kind.NEITHER ? parts.stream().map(Combination::opposite) : parts.stream();
  }

  private static <T> Condition<? super T> opposite(Condition<? super T> part) {
    return Conditions.not(part);
  }

  private static Judgement holding(List<Judgement> judgements) {
    List<Holds> holding = judgements.stream().map(Holds.class::cast).toList();
    return Judgement.holds(
        holding.stream().map(Holds::actual).distinct().collect(Collectors.joining("; ")),
        holding.stream().map(Holds::evidence).reduce(Evidence.none(), Evidence::and));
  }

  private static Judgement violated(List<Judgement> judgements) {
    return new Violated(judgements.stream().flatMap(j -> j.findings().stream()).toList());
  }

  /** Return one finding where each part has one: either would do, so it is one violation. */
  private static Judgement noneHolds(List<Judgement> judgements) {
    if (judgements.stream().anyMatch(judgement -> judgement.findings().size() > 1)) {
      return violated(judgements);
    }
    List<Finding> findings = judgements.stream().map(j -> j.findings().get(0)).toList();
    return Judgement.violated(
        new Finding(
            findings.get(0).about(),
            findings.stream().map(Finding::expected).distinct().collect(Collectors.joining(" or ")),
            findings.stream().map(Finding::actual).distinct().collect(Collectors.joining("; ")),
            findings.stream().map(Finding::evidence).reduce(Evidence.none(), Evidence::and),
            findings.stream()
                .map(Finding::remedy)
                .filter(remedy -> !remedy.isEmpty())
                .distinct()
                .collect(Collectors.joining(" or "))));
  }

  @Override
  public Condition<S> negated() {
    return switch (kind) {
      case BOTH ->
          new Combination<>(Kind.EITHER, parts.stream().map(Combination::<S>opposite).toList());
      case EITHER -> new Combination<>(Kind.NEITHER, parts);
      case NEITHER -> new Combination<>(Kind.EITHER, parts);
    };
  }

  @Override
  public String toString() {
    return phrase();
  }
}
