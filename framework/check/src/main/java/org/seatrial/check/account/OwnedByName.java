package org.seatrial.check.account;

import java.util.Set;
import java.util.function.BinaryOperator;
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

/**
 * That a file belongs to a user, a group, or both by name; without a name, the number is what it
 * has.
 *
 * @param phrase the words that follow "should"
 * @param expected what must be, as {@code shown} shows it
 * @param shown shows the names of the user and the group
 */
record OwnedByName(String phrase, String expected, BinaryOperator<String> shown)
    implements Condition<FileStatus> {

  static OwnedByName both(String user, String group) {
    return of("be owned by ", "owner ", user + ":" + group, (u, g) -> u + ":" + g);
  }

  static OwnedByName user(String name) {
    return of("be owned by user ", "user ", name, (user, group) -> user);
  }

  static OwnedByName group(String name) {
    return of("be of group ", "group ", name, (user, group) -> group);
  }

  private static OwnedByName of(
      String verb, String noun, String wanted, BinaryOperator<String> names) {
    return new OwnedByName(
        verb + wanted, noun + wanted, (user, group) -> noun + names.apply(user, group));
  }

  @Override
  public Set<Request<?>> needs(FileStatus observed) {
    return Set.of(new AccountIndex.Wanted());
  }

  @Override
  public Judgement judge(Answer<? extends FileStatus> observed, Facts facts) {
    return observed.fold(
        known -> judge(known, facts.get(new AccountIndex.Wanted())),
        absent -> Judgement.violated(Finding.of(expected, "nothing is there", absent.evidence())),
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
    String actual = shown.apply(userName, groupName);
    return Judgement.of(
        actual.equals(expected), expected, actual + " (" + owner + ")", known.evidence());
  }

  @Override
  public String toString() {
    return phrase();
  }
}
