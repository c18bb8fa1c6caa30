package org.seatrial.check.account;

import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.Condition;
import org.seatrial.check.Facts;
import org.seatrial.check.Finding;
import org.seatrial.check.Judgement;
import org.seatrial.check.Request;
import org.seatrial.check.process.Credentials;
import org.seatrial.check.process.RunningProcess;

/** That a process runs as a user by name; without a name, the number is what it has. */
record RunAsName(String name) implements Condition<RunningProcess> {

  private static final Request<AccountIndex> ACCOUNTS = new AccountIndex.Wanted();

  @Override
  public String phrase() {
    return "run as user " + name;
  }

  @Override
  public Set<Request<?>> requests() {
    return Set.of(ACCOUNTS);
  }

  @Override
  public Judgement judge(Answer<? extends RunningProcess> observed, Facts facts) {
    return observed.fold(
        known -> judge(known, facts.get(ACCOUNTS)),
        absent ->
            Judgement.violated(Finding.of("user " + name, "nothing is there", absent.evidence())),
        Judgement::undetermined);
  }

  private Judgement judge(Known<? extends RunningProcess> known, Answer<AccountIndex> accounts) {
    if (accounts instanceof Unknown<AccountIndex> unknown) {
      return Judgement.undetermined(unknown);
    }
    Credentials credentials = known.value().credentials();
    String real = nameOf(credentials.realUid(), accounts);
    String effective = nameOf(credentials.effectiveUid(), accounts);
    return Judgement.of(
        real.equals(name) && effective.equals(name),
        "user " + name,
        real.equals(effective)
            ? "user " + real + " (uid " + credentials.realUid() + ")"
            : "real user " + real + ", effective user " + effective,
        known.evidence().and(known.value().evidence()));
  }

  private static String nameOf(long uid, Answer<AccountIndex> accounts) {
    return accounts instanceof Known<AccountIndex> index
        ? index.value().nameOfUser(uid)
        : Long.toString(uid);
  }

  @Override
  public String toString() {
    return phrase();
  }
}
