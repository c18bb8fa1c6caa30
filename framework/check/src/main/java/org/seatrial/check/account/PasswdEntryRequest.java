package org.seatrial.check.account;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.DerivedRequest;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.StatRequest;
import org.seatrial.check.process.Credentials;
import org.seatrial.check.process.ProcessTable;
import org.seatrial.check.process.Processes;
import org.seatrial.check.process.ProcessesRequest;
import org.seatrial.check.process.RunningProcess;

/**
 * Asks whether the user of the application has an entry in {@code /etc/passwd}, and whether that
 * can have been written at start. Absent: no process of an application is there.
 */
record PasswdEntryRequest() implements DerivedRequest<EntryTrail> {

  private static final ProcessesRequest PROCESSES = new ProcessesRequest();
  private static final AccountsRequest ACCOUNTS = new AccountsRequest();
  private static final StatRequest FILE = new StatRequest("/etc/passwd", Links.FOLLOW);

  @Override
  public Set<Request<?>> sources() {
    return Set.of(PROCESSES, ACCOUNTS, FILE);
  }

  @Override
  public Answer<EntryTrail> derive(Facts facts) {
    return application(facts)
        .then(
            process ->
                new Known<>(
                    trail(process, facts.get(ACCOUNTS), facts.get(FILE)), process.evidence()));
  }

  /** Return the process of the application. */
  static Answer<RunningProcess> application(Facts facts) {
    return facts.get(PROCESSES).then(PasswdEntryRequest::application);
  }

  private static Answer<RunningProcess> application(ProcessTable table) {
    return Processes.application(table).map(Answer::known).orElseGet(Answer::absent);
  }

  private static EntryTrail trail(
      RunningProcess process, Answer<Accounts> accounts, Answer<FileStatus> file) {
    EntryTrail trail = new EntryTrail();
    if (accounts instanceof Unknown<Accounts> unknown) {
      return trail.isUnknown(unknown);
    }
    long uid = process.credentials().effectiveUid();
    Optional<User> user =
        accounts instanceof Known<Accounts> known ? known.value().user(uid) : Optional.empty();
    if (user.isEmpty()) {
      return trail.isBroken("no entry for uid " + uid + " in /etc/passwd");
    }
    trail.holds(user.get().description() + " in /etc/passwd");
    if (file instanceof Known<FileStatus> known) {
      return trail.holds(origin(known.value(), process.credentials()));
    }
    return file instanceof Unknown<FileStatus> unknown
        ? trail.isUnknown(unknown)
        : trail.isBroken("/etc/passwd is no longer there");
  }

  /** Return where the entry can come from, by whether the process may write to the file. */
  private static String origin(FileStatus file, Credentials credentials) {
    boolean owner = file.owner().uid() == credentials.effectiveUid();
    boolean group =
        Stream.concat(Stream.of(credentials.effectiveGid()), credentials.groups().stream())
            .anyMatch(gid -> gid == file.owner().gid());
    String mode = "mode " + file.mode() + ", owner " + file.owner();
    boolean writable =
        credentials.effectiveUid() == 0 || file.mode().has(owner ? 0200 : group ? 0020 : 0002);
    return writable
        ? "which the process may write (" + mode + "), so it may have been written at start"
        : "which the process may not write (" + mode + "), so it came with the place";
  }
}
