package org.seatrial.check.account;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Absent;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.DerivedRequest;
import org.seatrial.check.Evidence;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.ReadRequest;

/**
 * Asks for all accounts. Absent: there is no {@code /etc/passwd}. A missing {@code /etc/group}
 * counts as an empty one.
 */
public record AccountsRequest() implements DerivedRequest<Accounts> {

  private static final ReadRequest PASSWD = ReadRequest.of("/etc/passwd");
  private static final ReadRequest GROUP = ReadRequest.of("/etc/group");

  @Override
  public Set<Request<?>> sources() {
    return Set.of(PASSWD, GROUP);
  }

  @Override
  public Answer<Accounts> derive(Facts facts) {
    Answer<FileContent> passwd = facts.get(PASSWD);
    Answer<FileContent> group = facts.get(GROUP);
    if (group instanceof Unknown<FileContent> unknown) {
      return Answer.unknown(unknown.why());
    }
    String groups = group instanceof Known<FileContent> known ? known.value().text() : "";
    return passwd.map(content -> Accounts.parse(content.text(), groups));
  }

  /** Return one account of all, or that it is absent. */
  static <T> Answer<T> one(Facts facts, Function<Accounts, Optional<T>> find) {
    return facts
        .get(new AccountsRequest())
        .then(
            accounts ->
                find.apply(accounts)
                    .<Answer<T>>map(Answer::known)
                    .orElseGet(() -> new Absent<>(Evidence.none())));
  }
}
