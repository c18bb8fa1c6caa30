package org.seatrial.image.packages;

import java.util.List;
import java.util.Set;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Evidence;
import org.seatrial.check.Request;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.ReadAllRequest;
import org.seatrial.check.file.ReadAllRequest.FileText;

/** The folder in which distroless images keep a file for each of Debian's packages. */
record DistrolessDatabase() implements PackageDatabase {

  private static final ReadAllRequest FILES =
      new ReadAllRequest(Glob.parse("/var/lib/dpkg/status.d/*"));

  @Override
  public String path() {
    return "/var/lib/dpkg/status.d";
  }

  @Override
  public Set<Request<?>> requests() {
    return Set.of(FILES);
  }

  @Override
  public void read(DatabaseReader reader) {
    if (reader.answer(path(), FILES) instanceof Known<List<Known<FileText>>> files) {
      for (Known<FileText> file : files.value()) {
        // The digests of a package's files are beside it.
        if (!file.value().path().endsWith(".md5sums")) {
          reader.part(
              file.value().path(),
              new Known<>(file.value().content(), file.evidence()),
              DpkgPackages::parseEntry);
        }
      }
      reader.read(path(), Evidence.none());
    }
  }
}
