package org.seatrial.check.file;

import java.util.List;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Request;

/**
 * Asks for the contents of all regular files that a glob selects, sorted by path, links at the end
 * of a path not followed. Absent: none is selected. Unknown: together they have more bytes than
 * {@link ReadRequest#LIMIT}.
 *
 * @param glob see {@link Glob}
 */
public record ReadAllRequest(Glob glob) implements Request<List<Known<ReadAllRequest.FileText>>> {

  /** A file that was selected, and its content. */
  public record FileText(String path, FileContent content) {}
}
