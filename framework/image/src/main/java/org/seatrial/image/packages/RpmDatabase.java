package org.seatrial.image.packages;

import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.Request;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.check.file.StatRequest;

/**
 * rpm's database in SQLite. What is written only to the log beside it is not read, so a log that is
 * not empty keeps the database from being known.
 *
 * @param folder in which it is
 */
record RpmDatabase(String folder) implements PackageDatabase {

  @Override
  public String path() {
    return folder + "/rpmdb.sqlite";
  }

  @Override
  public Set<Request<?>> requests() {
    return Set.of(file(), log());
  }

  @Override
  public void read(DatabaseReader reader) {
    if (!(reader.answer(path(), file()) instanceof Known<FileContent> file)) {
      return;
    }
    Answer<FileStatus> log = reader.answer(path(), log());
    if (log instanceof Known<FileStatus> status && status.value().size() > 0) {
      reader.unread(
          path(),
          "changes are still in the write-ahead log beside it, "
              + log().path()
              + " of "
              + status.value().size()
              + " bytes, which is not read");
    } else if (!(log instanceof Unknown)) {
      reader.file(path(), file, RpmPackages::parse);
    }
  }

  private ReadRequest file() {
    return new ReadRequest(path(), TextDatabase.LIMIT);
  }

  private StatRequest log() {
    return new StatRequest(path() + "-wal", Links.FOLLOW);
  }
}
