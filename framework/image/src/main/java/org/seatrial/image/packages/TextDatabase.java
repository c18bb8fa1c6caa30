package org.seatrial.image.packages;

import java.util.Set;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Request;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.ReadRequest;

/**
 * A database that is one file of text.
 *
 * @param path where it is
 * @param parser reads it
 */
record TextDatabase(String path, DatabaseReader.Parser parser) implements PackageDatabase {

  /** The most bytes of a database that are read: 64 MiB. */
  static final int LIMIT = 64 << 20;

  @Override
  public Set<Request<?>> requests() {
    return Set.of(file());
  }

  @Override
  public void read(DatabaseReader reader) {
    if (reader.answer(path, file()) instanceof Known<FileContent> file) {
      reader.file(path, file, parser);
    }
  }

  private ReadRequest file() {
    return new ReadRequest(path, LIMIT);
  }
}
