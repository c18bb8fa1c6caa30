package org.seatrial.check.account;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.Condition;
import org.seatrial.check.Facts;
import org.seatrial.check.Finding;
import org.seatrial.check.Judgement;
import org.seatrial.check.Judgement.Holds;
import org.seatrial.check.Judgement.Undetermined;
import org.seatrial.check.Request;

/**
 * That the user of the application has an entry in passwd, as the application itself sees it: in
 * the file, or through nss_wrapper. What the judgement shows says which way. Undetermined where no
 * process of an application can be seen. Where there is no {@code /etc/passwd}, only nss_wrapper
 * holds.
 */
public final class CurrentUserEntry implements Condition<Accounts> {

  /** By which way the entry may come. */
  private enum Way {
    ANY(""),
    FILE(" in the passwd file"),
    WRAPPER(" through nss_wrapper");

    private final String suffix;

    Way(String suffix) {
      this.suffix = suffix;
    }
  }

  private static final PasswdEntryRequest ENTRY = new PasswdEntryRequest();
  private static final NssWrapperRequest WRAPPER = new NssWrapperRequest();

  private final Way way;

  private CurrentUserEntry(Way way) {
    this.way = way;
  }

  static CurrentUserEntry byAnyWay(CurrentUser user) {
    requireNonNull(user, "user must not be null");
    return new CurrentUserEntry(Way.ANY);
  }

  /**
   * Return the condition that the entry comes through nss_wrapper. In the environment of the
   * application's process {@code LD_PRELOAD} names a libnss_wrapper that is there and is mapped by
   * the process, {@code NSS_WRAPPER_PASSWD} and {@code NSS_WRAPPER_GROUP} name files that can be
   * read, and the first has an entry of seven fields for the process's user id. A failure says
   * which of these is not so.
   */
  public Condition<Accounts> throughNssWrapper() {
    return new CurrentUserEntry(Way.WRAPPER);
  }

  /**
   * Return the condition that the entry is in {@code /etc/passwd}. What it shows says whether it
   * can have been written at start: whether the process may write to the file.
   */
  public Condition<Accounts> inPasswdFile() {
    return new CurrentUserEntry(Way.FILE);
  }

  @Override
  public String phrase() {
    return "have " + expected();
  }

  private String expected() {
    return "an entry for the current user" + way.suffix;
  }

  @Override
  public Set<Request<?>> requests() {
    return switch (way) {
      case ANY -> Set.of(ENTRY, WRAPPER);
      case FILE -> Set.of(ENTRY);
      case WRAPPER -> Set.of(WRAPPER);
    };
  }

  @Override
  public Judgement judge(Answer<? extends Accounts> observed, Facts facts) {
    if (observed instanceof Unknown<? extends Accounts> unknown) {
      return Judgement.undetermined(unknown);
    }
    return switch (way) {
      case FILE -> judgement(facts.get(ENTRY));
      case WRAPPER -> judgement(facts.get(WRAPPER));
      case ANY -> either(judgement(facts.get(ENTRY)), judgement(facts.get(WRAPPER)));
    };
  }

  private Judgement judgement(Answer<EntryTrail> answer) {
    return answer.fold(
        known -> known.value().judgement(expected(), known.evidence()),
        absent -> Judgement.undetermined("no process of an application can be seen"),
        Judgement::undetermined);
  }

  private Judgement either(Judgement file, Judgement wrapper) {
    for (Judgement one : List.of(file, wrapper)) {
      if (one instanceof Holds) {
        return one;
      }
    }
    for (Judgement one : List.of(file, wrapper)) {
      if (one instanceof Undetermined) {
        return one;
      }
    }
    Finding first = file.findings().get(0);
    Finding second = wrapper.findings().get(0);
    return Judgement.violated(
        Finding.of(
            expected(),
            first.actual() + "; and not through nss_wrapper: " + second.actual(),
            first.evidence().and(second.evidence())));
  }

  @Override
  public String toString() {
    return phrase();
  }
}
