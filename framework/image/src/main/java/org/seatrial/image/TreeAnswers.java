package org.seatrial.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Absent;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Evidence;
import org.seatrial.check.Printable;
import org.seatrial.check.file.CapabilitiesRequest;
import org.seatrial.check.file.FileCapabilities;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.Selection;
import org.seatrial.check.file.StatRequest;
import org.seatrial.check.file.WalkRequest;
import org.seatrial.image.layer.Lookup;
import org.seatrial.image.layer.TreeFile;
import org.seatrial.image.layer.Walk;

/** Answers what the squashed tree of an image knows without reading contents. */
final class TreeAnswers {

  /** The most files that one request may select: more are no finding but a flood. */
  private static final int SELECTED = 100_000;

  private final LoadedImage image;

  TreeAnswers(LoadedImage image) {
    this.image = image;
  }

  Answer<FileStatus> stat(StatRequest request) {
    return found(image.tree().find(request.path(), request.links()), request.path())
        .map(TreeFile::status);
  }

  Answer<Optional<FileCapabilities>> capabilities(CapabilitiesRequest request) {
    return stat(new StatRequest(request.path(), Links.KEEP)).map(FileStatus::capabilities);
  }

  Answer<List<Known<FileStatus>>> walk(WalkRequest request) {
    return walk(request.glob(), request.selection())
        .map(files -> files.stream().map(this::known).toList());
  }

  /** Return what the lookup of this path found, with its evidence. */
  Answer<TreeFile> found(Lookup lookup, String asked) {
    return lookup.fold(
        file -> new Known<>(file, image.whereabouts().of(file, asked)),
        missing -> new Absent<>(image.whereabouts().ofMissing(asked, missing.why())),
        unresolved ->
            Answer.unknown(
                "cannot follow " + Printable.of(unresolved.path()) + ": " + unresolved.why()));
  }

  /** Return the files that are selected; absent when none is. */
  Answer<List<TreeFile>> walk(Glob glob, Selection selection) {
    Walk walk = image.tree().walk(glob, selection, SELECTED);
    if (!walk.unresolved().isEmpty()) {
      Lookup.Unresolved first = walk.unresolved().get(0);
      return Answer.unknown(
          "cannot tell what "
              + Printable.of(first.path())
              + " is: "
              + first.why()
              + others(walk.unresolved().size() - 1));
    }
    if (!walk.complete()) {
      return Answer.unknown("more than " + SELECTED + " files are selected by " + glob);
    }
    return walk.files().isEmpty()
        ? new Absent<>(Evidence.none())
        : new Known<>(new ArrayList<>(walk.files()), Evidence.none());
  }

  private Known<FileStatus> known(TreeFile file) {
    FileStatus status = file.status();
    return new Known<>(status, image.whereabouts().of(file, status.path()));
  }

  private static String others(int count) {
    return count == 0 ? "" : " (and " + count + " more)";
  }
}
