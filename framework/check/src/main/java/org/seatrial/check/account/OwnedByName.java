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
import org.seatrial.check.file.Owner;

/** That a file belongs to a user and a group by name; without a name, the number is what it has. */
record OwnedByName(String user, String group) implements Condition<FileStatus> {

  @Override
  public String phrase() {
    return "be owned by " + user + ":" + group;
  }

  private String expected() {
    return "owner " + user + ":" + group;
  }

  @Override
  public Set<Request<?>> needs(FileStatus observed) {
    return Set.of(new AccountIndex.Wanted());
  }

  @Override
  public Judgement judge(Answer<? extends FileStatus> observed, Facts facts) {
    return observed.fold(
        known -> judge(known, facts.get(new AccountIndex.Wanted())),
        absent -> Judgement.violated(Finding.of(expected(), "nothing is there", absent.evidence())),
        Judgement::undetermined);
  }

  private Judgement judge(Known<? extends FileStatus> known, Answer<AccountIndex> accounts) {
    if (accounts instanceof Unknown<AccountIndex> unknown) {
      return Judgement.undetermined(unknown);
    }
    Owner owner = known.value().owner();
    String userName = Long.toString(owner.uid());
    String groupName = Long.toString(owner.gid());
    if (accounts instanceof Known<AccountIndex> index) {
      userName = index.value().nameOfUser(owner.uid());
      groupName = index.value().nameOfGroup(owner.gid());
    }
    return Judgement.of(
        user.equals(userName) && group.equals(groupName),
        expected(),
        "owner " + userName + ":" + groupName + " (" + owner + ")",
        known.evidence());
  }

  @Override
  public String toString() {
    return phrase();
  }
}
