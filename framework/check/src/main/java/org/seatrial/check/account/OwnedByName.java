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
import org.seatrial.check.file.FileStatus;

/** That a file belongs to a user and a group by name; without passwd, numbers are what it has. */
record OwnedByName(String user, String group) implements Condition<FileStatus> {

  @Override
  public String phrase() {
    return "be owned by " + user + ":" + group;
  }

  @Override
  public Set<Request<?>> needs(FileStatus observed) {
    return Set.of(new AccountsRequest());
  }

  @Override
  public Judgement judge(Answer<? extends FileStatus> observed, Facts facts) {
    String expected = "owner " + user + ":" + group;
    return observed.fold(
        known -> judge(known, facts.get(new AccountsRequest()), expected),
        absent -> Judgement.violated(Finding.of(expected, "nothing is there", absent.evidence())),
        unknown -> Judgement.undetermined(unknown.why()));
  }

  private static Judgement judge(
      Known<? extends FileStatus> known, Answer<Accounts> accounts, String expected) {
    if (accounts instanceof Unknown<Accounts> unknown) {
      return Judgement.undetermined(unknown.why());
    }
    long uid = known.value().owner().uid();
    long gid = known.value().owner().gid();
    String owner = Long.toString(uid);
    String group = Long.toString(gid);
    if (accounts instanceof Known<Accounts> found) {
      owner = found.value().user(uid).map(User::name).orElse(owner);
      group = found.value().group(gid).map(Group::name).orElse(group);
    }
    String actual = "owner " + owner + ":" + group;
    return Judgement.of(
        actual.equals(expected), expected, actual + " (" + uid + ":" + gid + ")", known.evidence());
  }
}
