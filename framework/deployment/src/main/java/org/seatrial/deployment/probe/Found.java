package org.seatrial.deployment.probe;

import java.util.Map;
import org.seatrial.check.Answer;
import org.seatrial.check.Evidence;
import org.seatrial.check.Printable;
import org.seatrial.check.file.FileType;

/** What following a path came to. */
final class Found {

  private static final Map<String, FileType> TYPES =
      Map.of(
          "d", FileType.DIRECTORY,
          "p", FileType.FIFO,
          "s", FileType.SOCKET,
          "b", FileType.BLOCK_DEVICE,
          "c", FileType.CHARACTER_DEVICE);

  /** What is made of the path where something is. */
  interface Next {
    Reply at(String path, Evidence evidence) throws GarbledException;
  }

  private Found() {}

  /** Return why nothing can be said of the path asked for, or go on with where it leads. */
  static Reply reply(Heard heard, String id, String asked, Next next) throws GarbledException {
    Blocks out = heard.out();
    if (out.has(id, "d")) {
      return Reply.unseen("permission denied: " + path(out, id, "d"));
    }
    if (out.has(id, "x")) {
      return Reply.unseen(
          "cannot look at " + Printable.of(asked) + ": " + path(out, id, "x") + " is not there");
    }
    if (out.has(id, "o")) {
      return Reply.unseen("cannot follow " + Printable.of(asked) + ": it leads to a path too long");
    }
    if (out.has(id, "l")) {
      String link = path(out, id, "l");
      return Reply.of(Answer.unknown("cannot follow " + link + ": more than 40 links lead on"));
    }
    if (out.has(id, "t")) {
      FileType type = TYPES.get(out.require(id, "t").text());
      String phrase = type == null ? "file of another type" : type.phrase();
      return Reply.of(Answer.unknown("cannot read " + Printable.of(asked) + ": it is a " + phrase));
    }
    if (out.has(id, "a")) {
      return missing(out.require(id, "a").text() + " is not there");
    }
    if (out.has(id, "n")) {
      return missing(out.require(id, "n").text() + " is no directory");
    }
    String path = out.require(id, "k").text();
    if (!path.startsWith("/")) {
      throw GarbledException.of("a path", RawNames.encode(path), 0);
    }
    return next.at(path, path.equals(asked) ? Evidence.none() : Evidence.of("path", path));
  }

  private static Reply missing(String why) {
    return Reply.of(new Answer.Absent<>(Evidence.of("path", why)));
  }

  private static String path(Blocks out, String id, String name) throws GarbledException {
    return Printable.of(out.require(id, name).text());
  }
}
