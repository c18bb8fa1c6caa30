package org.seatrial.deployment.probe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Evidence;
import org.seatrial.check.Printable;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.ReadAllRequest;
import org.seatrial.check.file.ReadAllRequest.FileText;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.check.file.Selections;

/**
 * Reads all files that a glob selects: {@code #MARK f NAME#MARK}, content, {@code #MARK e STATUS}.
 */
final class ReadAllLook implements Look {

  /** The contents and what stands around them. */
  private static final int BYTES = ReadRequest.LIMIT + (4 << 20);

  private final Glob glob;

  ReadAllLook(ReadAllRequest request) {
    this.glob = request.glob();
  }

  @Override
  public void ask(Script script, String id) {
    script.expect(BYTES);
    Walks.ask(script, id, "a " + id + " " + BYTES, glob, Selections.regularFiles());
  }

  @Override
  public Reply reply(Heard heard, String id) throws GarbledException {
    return Found.reply(
        heard,
        id,
        glob.folder(),
        (folder, evidence) -> {
          Blocks.Block found = heard.out().require(id, "c");
          String fault = Walks.fault(heard.out().require(id, "w").text());
          if (found.size() >= BYTES) {
            return Reply.unseen(tooMuch());
          }
          return fault.isEmpty() ? texts(folder, found.bytes(), heard) : Reply.unseen(fault);
        });
  }

  private String tooMuch() {
    return "all of " + glob + " together have more than " + ReadRequest.LIMIT + " bytes";
  }

  private Reply texts(String folder, byte[] said, Heard heard) throws GarbledException {
    byte[] mark = ("#" + heard.mark()).getBytes(StandardCharsets.US_ASCII);
    Map<String, Known<FileText>> texts = new TreeMap<>();
    long size = 0;
    for (int at = 0; at < said.length; ) {
      int name = expect(said, at, mark, " f ");
      int nameEnd = next(said, name, mark);
      int start = expect(said, nameEnd, mark, "\n");
      int end = next(said, start, mark);
      int status = expect(said, end, mark, " e ");
      at = endOfLine(said, status);
      String path = path(RawNames.decode(said, name, nameEnd), heard.root());
      if (Walks.matches(glob, folder, path)) {
        if (at - status != 2 || said[status] != '0') {
          return Reply.unseen("cannot read " + Printable.of(path) + ": reading it failed");
        }
        size += end - start;
        FileContent content = FileContent.of(Arrays.copyOfRange(said, start, end));
        texts.put(path, new Known<>(new FileText(path, content), Evidence.none()));
      }
    }
    if (size > ReadRequest.LIMIT) {
      return Reply.of(Answer.unknown(tooMuch()));
    }
    return Reply.of(texts.isEmpty() ? Answer.absent() : Answer.known(List.copyOf(texts.values())));
  }

  private static String path(String name, String root) throws GarbledException {
    if (!name.startsWith(root + "/")) {
      throw new GarbledException("find told of a file that it was not asked for: " + name);
    }
    return name.substring(root.length());
  }

  private static int expect(byte[] said, int at, byte[] mark, String then) throws GarbledException {
    byte[] whole = Arrays.copyOf(mark, mark.length + then.length());
    System.arraycopy(
        then.getBytes(StandardCharsets.US_ASCII), 0, whole, mark.length, then.length());
    int end = at + whole.length;
    if (end > said.length || !Arrays.equals(said, at, end, whole, 0, whole.length)) {
      throw GarbledException.of("the next file", said, at);
    }
    return end;
  }

  private static int next(byte[] said, int from, byte[] mark) throws GarbledException {
    for (int i = from; i <= said.length - mark.length; i++) {
      if (said[i] == '#' && Arrays.equals(said, i, i + mark.length, mark, 0, mark.length)) {
        return i;
      }
    }
    throw GarbledException.of("the end of a file", said, from);
  }

  private static int endOfLine(byte[] said, int from) throws GarbledException {
    for (int i = from; i < Math.min(said.length, from + 5); i++) {
      if (said[i] == '\n') {
        return i + 1;
      }
    }
    throw GarbledException.of("a status", said, from);
  }
}
