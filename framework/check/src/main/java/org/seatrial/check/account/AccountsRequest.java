package org.seatrial.check.account;

import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.DerivedRequest;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.ReadRequest;

/**
 * Asks for all accounts. Absent: there is no {@code /etc/passwd}. A missing {@code /etc/group}
 * counts as an empty one. Unknown: one of them could not be read, or both are larger than {@link
 * Accounts#parse} takes.
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
    return facts.get(PASSWD).then(passwd -> complete(passwd, facts.get(GROUP)));
  }

  private static Answer<Accounts> complete(FileContent passwd, Answer<FileContent> group) {
    if (group instanceof Unknown<FileContent> unknown) {
      return new Unknown<>(unknown.why(), unknown.cause());
    }
    String groups = group instanceof Known<FileContent> known ? known.value().text() : "";
    return Answer.known(Accounts.parse(passwd.text(), groups));
  }
}
