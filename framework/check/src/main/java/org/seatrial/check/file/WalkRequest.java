package org.seatrial.check.file;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Request;

/**
 * Asks for the files of any type that a glob and a selection select, sorted by path; links are not
 * followed, neither into directories nor at the end. The selection travels to the files. Absent:
 * none is selected.
 *
 * @param glob where to look
 * @param selection which of those to return
 */
public record WalkRequest(Glob glob, Selection selection)
    implements Request<List<Known<FileStatus>>> {
  public WalkRequest {
    requireNonNull(glob, "glob must not be null");
    requireNonNull(selection, "selection must not be null");
  }
}
