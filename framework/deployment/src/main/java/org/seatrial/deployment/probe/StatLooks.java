package org.seatrial.deployment.probe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.seatrial.check.Answer;
import org.seatrial.check.Printable;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.FileType;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.StatRequest;

/**
 * Asks for the status of many files: the shell itself follows their paths, those of one folder one
 * after the other, and one {@code stat} tells of a hundred of them.
 */
final class StatLooks {

  private static final int BATCH = 128;

  /** Ids of batches begin with this. */
  private static final String ID = "stat";

  private final List<StatRequest> requests;
  private final Map<String, FileStatus> files = new HashMap<>();
  private boolean seen = true;

  StatLooks(List<StatRequest> requests) {
    this.requests = new ArrayList<>(requests);
    this.requests.sort(Comparator.comparing(StatRequest::path).thenComparing(StatRequest::links));
  }

  void ask(Script script) {
    for (int first = 0; first < requests.size(); first += BATCH) {
      script.line("set --");
      for (int i = first; i < Math.min(requests.size(), first + BATCH); i++) {
        StatRequest request = requests.get(i);
        script.line(
            "s s"
                + i
                + (request.links() == Links.FOLLOW ? " f " : " k ")
                + Script.target(request.path())
                + " && set -- \"$@\" \"$q_root${q_at:-/}\"");
      }
      script.line("t " + ID + first + " \"$@\"");
    }
  }

  /** Return the reply to each request. */
  Map<StatRequest, Reply> replies(Heard heard) {
    Map<StatRequest, Reply> replies = new HashMap<>();
    for (int first = 0; first < requests.size(); first += BATCH) {
      int end = Math.min(requests.size(), first + BATCH);
      String fault = readBatch(heard, ID + first);
      for (int i = first; i < end; i++) {
        StatRequest request = requests.get(i);
        replies.put(
            request, fault.isEmpty() ? reply(heard, request, "s" + i) : Reply.unseen(fault));
      }
    }
    return replies;
  }

  /** Read what stat said; return what is wrong with it. */
  private String readBatch(Heard heard, String id) {
    try {
      seen = !heard.out().has(id, "x");
      files.clear();
      if (heard.out().has(id, "s")) {
        byte[] said = heard.out().require(id, "s").bytes();
        for (FileStatus file : StatRecords.parse(said, heard.mark(), heard.root())) {
          FileStatus before = files.put(file.path(), file);
          if (before != null && !before.equals(file)) {
            throw new GarbledException("stat said two things of " + file.path());
          }
        }
      }
      return "";
    } catch (GarbledException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private Reply reply(Heard heard, StatRequest request, String id) {
    try {
      return Found.reply(
          heard,
          id,
          request.path(),
          (path, evidence) -> {
            FileStatus file = files.get(path);
            String name = Printable.of(path);
            if (file == null) {
              return Reply.unseen(
                  seen
                      ? "cannot look at " + name + ": stat told nothing of it"
                      : "cannot look at " + name + ": stat is not there");
            }
            if (file.type() == FileType.SYMLINK
                && (request.links() == Links.FOLLOW || file.linkTarget().isEmpty())) {
              return Reply.unseen("cannot tell where " + name + " leads");
            }
            return Reply.of(new Answer.Known<>(file, evidence));
          });
    } catch (GarbledException e) {
      return Reply.unseen(String.valueOf(e.getMessage()));
    }
  }
}
