package org.seatrial.check.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.Evidence;
import org.seatrial.check.Finding;
import org.seatrial.check.Judgement;

/**
 * What was found on the way to an entry: the links that hold, those that are broken, and those at
 * which nobody could look. One that is broken decides alone.
 */
final class EntryTrail {

  private final List<String> holding = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();
  private final List<Unknown<?>> unknown = new ArrayList<>();

  EntryTrail holds(String words) {
    holding.add(words);
    return this;
  }

  EntryTrail isBroken(String words) {
    broken.add(words);
    return this;
  }

  EntryTrail isUnknown(Unknown<?> why) {
    unknown.add(why);
    return this;
  }

  Judgement judgement(String expected, Evidence evidence) {
    if (!broken.isEmpty()) {
      return Judgement.violated(Finding.of(expected, String.join("; ", broken), evidence));
    }
    Optional<Unknown<?>> why = unknown.stream().findFirst();
    return why.isPresent()
        ? Judgement.undetermined(why.get())
        : Judgement.holds(String.join(", ", holding), evidence);
  }
}
