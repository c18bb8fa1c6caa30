package org.seatrial.image.packages;

import java.util.Set;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Request;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.StatRequest;

/**
 * A database that is known to hold packages and is not read: while it is there, nobody can say that
 * a package is not installed.
 *
 * @param path where it is
 * @param phrase whose it is, such as {@code pacman's}
 */
record ForeignDatabase(String path, String phrase) implements PackageDatabase {

  @Override
  public Set<Request<?>> requests() {
    return Set.of(status());
  }

  @Override
  public void read(DatabaseReader reader) {
    if (reader.answer(path, status()) instanceof Known<FileStatus>) {
      reader.unread(path, "it is " + phrase + "; only dpkg's, apk's and rpm's in SQLite are read");
    }
  }

  private StatRequest status() {
    return new StatRequest(path, Links.FOLLOW);
  }
}
