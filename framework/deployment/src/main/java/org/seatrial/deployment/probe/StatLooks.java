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

  /**
   * Add the questions. Where each file is stands in a variable of its own: a list that grows would
   * be copied for each.
   */
  void ask(Script script) {
    for (int first = 0; first < requests.size(); first += BATCH) {
      int end = Math.min(requests.size(), first + BATCH);
      StringBuilder names = new StringBuilder("unset");
      StringBuilder found = new StringBuilder("t " + ID + first);
      for (int i = 0; i < end - first; i++) {
        names.append(" q_").append(i);
        found.append(" ${q_").append(i).append("+\"$q_").append(i).append("\"}");
      }
      script.line(names.toString());
      for (int i = first; i < end; i++) {
        script.line(question(requests.get(i), i) + " && q_" + (i - first) + "=$q_root${q_at:-/}");
      }
      script.line(found.toString());
    }
  }

  private static String question(StatRequest request, int number) {
    String links = request.links() == Links.FOLLOW ? " f " : " k ";
    return "s s" + number + links + Script.target(request.path());
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
