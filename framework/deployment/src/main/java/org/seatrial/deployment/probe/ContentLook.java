package org.seatrial.deployment.probe;

import java.util.HexFormat;
import java.util.Locale;
import org.seatrial.check.Answer;
import org.seatrial.check.Evidence;
import org.seatrial.check.Printable;
import org.seatrial.check.file.DigestRequest;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.ReadRequest;

/** Reads the content of one file, or computes its digest where it is. */
final class ContentLook implements Look {

  /** What is made of the content's block. */
  private interface Reading {
    Answer<?> of(byte[] bytes, Evidence evidence) throws GarbledException;
  }

  private final String path;
  private final String call;
  private final String argument;
  private final long bytes;
  private final Reading reading;

  private ContentLook(String path, String call, String argument, long bytes, Reading reading) {
    this.path = path;
    this.call = call;
    this.argument = argument;
    this.bytes = bytes;
    this.reading = reading;
  }

  static ContentLook of(ReadRequest request) {
    int limit = request.limit();
    return new ContentLook(
        request.path(),
        "r",
        String.valueOf(limit + 1L),
        limit,
        (bytes, evidence) ->
            bytes.length > limit
                ? Answer.unknown(
                    "cannot read "
                        + Printable.of(request.path())
                        + ": it has more than "
                        + limit
                        + " bytes, and at most that many are read")
                : new Answer.Known<>(FileContent.of(bytes), evidence));
  }

  static ContentLook of(DigestRequest request) {
    String tool = request.algorithm().phrase() + "sum";
    return new ContentLook(
        request.path(),
        "g",
        tool,
        0,
        (bytes, evidence) -> new Answer.Known<>(hex(bytes, request.algorithm()), evidence));
  }

  @Override
  public void ask(Script script, String id) {
    script.expect(bytes);
    script.line(call + " " + id + " " + Script.target(path) + " " + argument);
  }

  @Override
  public Reply reply(Heard heard, String id) throws GarbledException {
    return Found.reply(
        heard,
        id,
        path,
        (file, evidence) -> {
          Blocks.Block content = heard.out().require(id, "c");
          return content.status() == 0
              ? Reply.of(reading.of(content.bytes(), evidence))
              : Reply.unseen("cannot read " + Printable.of(file) + ": reading it failed");
        });
  }

  private static String hex(byte[] said, DigestRequest.Algorithm algorithm)
      throws GarbledException {
    String text = RawNames.decode(said);
    int digits =
        switch (algorithm) {
          case MD5 -> 32;
          case SHA256 -> 64;
          case SHA512 -> 128;
        };
    String end = "  -\n";
    boolean valid =
        text.length() == digits + end.length()
            && text.endsWith(end)
            && text.chars().limit(digits).allMatch(HexFormat::isHexDigit);
    if (!valid) {
      throw GarbledException.of("a digest of " + digits + " digits", said, 0);
    }
    return text.substring(0, digits).toLowerCase(Locale.ROOT);
  }
}
