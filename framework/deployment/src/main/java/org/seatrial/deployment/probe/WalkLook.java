package org.seatrial.deployment.probe;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Evidence;
import org.seatrial.check.Printable;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.FileType;
import org.seatrial.check.file.WalkRequest;

/** Walks through a folder with {@code find}, and {@code stat} for what it selects. */
final class WalkLook implements Look {

  /** The most files that one request may select: more are no finding but a flood. */
  private static final int SELECTED = 100_000;

  private static final int BYTES = 32 << 20;

  private final WalkRequest request;

  WalkLook(WalkRequest request) {
    this.request = request;
  }

  @Override
  public void ask(Script script, String id) {
    script.expect(BYTES);
    Walks.ask(script, id, "w " + id + " " + BYTES, request.glob(), request.selection());
  }

  @Override
  public Reply reply(Heard heard, String id) throws GarbledException {
    if (Walks.needsCapabilities(request.selection())) {
      return Reply.unseen("a shell can't see the capabilities of files");
    }
    return Found.reply(
        heard,
        id,
        request.glob().folder(),
        (folder, evidence) -> {
          Blocks.Block found = heard.out().require(id, "c");
          String fault = Walks.fault(heard.out().require(id, "w").text());
          if (found.size() >= BYTES) {
            return Reply.unseen("more files than can be told are selected by " + request.glob());
          }
          return fault.isEmpty() ? selected(folder, found, heard) : Reply.unseen(fault);
        });
  }

  private Reply selected(String folder, Blocks.Block found, Heard heard) throws GarbledException {
    Map<String, Known<FileStatus>> files = new TreeMap<>();
    for (FileStatus file : StatRecords.parse(found.bytes(), heard.mark(), heard.root())) {
      if (!Walks.matches(request.glob(), folder, file.path())
          || !request.selection().selects(file)) {
        continue;
      }
      if (file.type() == FileType.SYMLINK && file.linkTarget().isEmpty()) {
        return Reply.unseen("cannot tell where " + Printable.of(file.path()) + " leads");
      }
      files.put(file.path(), new Known<>(file, Evidence.none()));
    }
    if (files.size() > SELECTED) {
      return Reply.of(
          Answer.unknown("more than " + SELECTED + " files are selected by " + request.glob()));
    }
    return Reply.of(files.isEmpty() ? Answer.absent() : Answer.known(List.copyOf(files.values())));
  }
}
