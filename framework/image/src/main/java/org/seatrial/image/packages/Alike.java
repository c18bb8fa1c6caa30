package org.seatrial.image.packages;

import java.util.List;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Condition;
import org.seatrial.check.Evidence;
import org.seatrial.check.Facts;
import org.seatrial.check.Judgement;
import org.seatrial.check.Judgement.Holds;
import org.seatrial.check.Judgement.Undetermined;

/**
 * Judges the versions of all that are installed by one name. When a condition holds for some and
 * not for others, it is undetermined, so that neither it nor its negation passes.
 *
 * @param expected what must be, for a failure
 * @param condition what must be true of each; looks at nothing but its version
 */
record Alike(String expected, Condition<InstalledPackage> condition)
    implements Condition.Look<Installed> {

  static Condition<Installed> of(String expected, Condition<InstalledPackage> condition) {
    return Condition.of(condition.phrase(), expected, new Alike(expected, condition));
  }

  @Override
  public Judgement at(Known<? extends Installed> known, Facts facts) {
    List<Judgement> all =
        known.value().packages().stream().map(each -> judge(each, facts)).toList();
    for (Judgement each : all) {
      if (each instanceof Undetermined) {
        return each;
      }
    }
    String actual = describe(known.value());
    long holding = all.stream().filter(Holds.class::isInstance).count();
    return holding == 0 || holding == all.size()
        ? Judgement.of(holding > 0, expected, actual, known.evidence())
        : Judgement.undetermined(
            "several are installed, and only some " + condition.phrase() + ": " + actual);
  }

  private Judgement judge(InstalledPackage one, Facts facts) {
    return one.version().isEmpty()
        ? Judgement.undetermined("the database records no version of " + one.name())
        : condition.judge(new Known<>(one, Evidence.none()), facts);
  }

  static String describe(Installed installed) {
    List<InstalledPackage> packages = installed.packages();
    return new PackageInstances(packages.get(0).name(), packages).description();
  }
}
