package org.seatrial.deployment.probe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the probe printed, cut into blocks. The marks around each hold a number that nothing in the
 * place could know before the probe began, so that no content is taken for one.
 */
final class Blocks {

  /** A block: its content, and how the program ended that printed it. */
  static final class Block {

    private final byte[] stream;
    private final int start;
    private final int end;
    private final int status;

    private Block(byte[] stream, int start, int end, int status) {
      this.stream = stream;
      this.start = start;
      this.end = end;
      this.status = status;
    }

    byte[] bytes() {
      return Arrays.copyOfRange(stream, start, end);
    }

    String text() {
      return RawNames.decode(stream, start, end);
    }

    int size() {
      return end - start;
    }

    int status() {
      return status;
    }
  }

  /** How long the line of a mark can be. */
  private static final int LINE = 120;

  private final byte[] stream;
  private final byte[] mark;
  private final boolean strict;
  private final Map<String, Block> blocks = new HashMap<>();
  private int at;
  private Optional<String> trouble = Optional.empty();

  private Blocks(byte[] stream, String nonce, boolean strict) {
    this.stream = stream;
    this.mark = ("@" + nonce + " ").getBytes(StandardCharsets.US_ASCII);
    this.strict = strict;
  }

  /**
   * Read the standard output, in which nothing stands outside blocks. What came before the first
   * fault is kept.
   *
   * @param cut why it is not whole, where that is known already
   */
  static Blocks parse(byte[] stream, String nonce, Optional<String> cut) {
    Blocks blocks = new Blocks(stream, nonce, true);
    try {
      blocks.readAll();
      if (!blocks.has("0", "bye")) {
        throw new GarbledException("the answer of the probe ended before its end");
      }
      if (!blocks.require("0", "hello").text().equals("2")) {
        blocks.blocks.clear();
        throw new GarbledException("the shell does not count bytes");
      }
    } catch (GarbledException e) {
      blocks.trouble =
          cut.or(() -> Optional.of("cannot read what the probe answered: " + e.getMessage()));
    }
    return blocks;
  }

  /** Read the standard error, in which shells and tools may say what they want outside blocks. */
  static Blocks parseErrors(byte[] stream, String nonce) {
    Blocks blocks = new Blocks(stream, nonce, false);
    try {
      blocks.readAll();
    } catch (GarbledException e) {
      blocks.trouble = Optional.of("cannot read the standard error: " + e.getMessage());
    }
    return blocks;
  }

  /** Return what is wrong with the stream; what came before that is in the blocks. */
  Optional<String> trouble() {
    return trouble;
  }

  /** Return the block of this name that answers this question. */
  Optional<Block> get(String id, String name) {
    return Optional.ofNullable(blocks.get(id + " " + name));
  }

  /** Return the block of this name, or say what is wrong with the stream. */
  Block require(String id, String name) throws GarbledException {
    Optional<Block> block = get(id, name);
    if (block.isEmpty()) {
      throw new GarbledException(trouble.orElse("the probe did not answer this"));
    }
    return block.get();
  }

  boolean has(String id, String name) {
    return blocks.containsKey(id + " " + name);
  }

  private void readAll() throws GarbledException {
    while (at < stream.length) {
      int next = find(mark, at);
      if (next != at && (strict || next < 0)) {
        if (strict) {
          throw GarbledException.of("a block", stream, at);
        }
        return;
      }
      at = next;
      readBlock();
    }
  }

  private void readBlock() throws GarbledException {
    String[] words = readLine("b");
    if (words.length != 4 || (strict && blocks.isEmpty() && !words[2].equals("hello"))) {
      throw GarbledException.of("the beginning of a block", stream, at);
    }
    String key = words[1] + " " + words[2];
    int start = at;
    int end = words[3].equals("-") ? find(mark, start) : start + number(words[3], "a length");
    if (end < 0 || end > stream.length) {
      throw new GarbledException("the answer of the probe ended within a block");
    }
    at = end;
    String[] last = readLine("e");
    if (last.length != 4 || !(last[1] + " " + last[2]).equals(key)) {
      throw GarbledException.of("the end of a block", stream, end);
    }
    Block block = new Block(stream, start, end, number(last[3], "a status"));
    if (has("0", "bye") || blocks.put(key, block) != null) {
      throw new GarbledException("the probe answered twice");
    }
  }

  /** Read the line of a mark at this place. */
  private String[] readLine(String kind) throws GarbledException {
    int start = at;
    int end = start;
    while (end < stream.length && end - start < LINE + mark.length && stream[end] != '\n') {
      end++;
    }
    if (end >= stream.length
        || stream[end] != '\n'
        || !Arrays.equals(
            stream, start, Math.min(end, start + mark.length), mark, 0, mark.length)) {
      throw GarbledException.of("a mark", stream, start);
    }
    String[] words =
        new String(
                stream, start + mark.length, end - start - mark.length, StandardCharsets.US_ASCII)
            .split(" ", -1);
    if (!words[0].equals(kind)) {
      throw GarbledException.of("another mark", stream, start);
    }
    at = end + 1;
    return words;
  }

  private int number(String digits, String what) throws GarbledException {
    if (digits.isEmpty()
        || digits.length() > 9
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw GarbledException.of(what, RawNames.encode(digits), 0);
    }
    return Integer.parseInt(digits);
  }

  private int find(byte[] wanted, int from) {
    for (int i = from; i <= stream.length - wanted.length; i++) {
      if (stream[i] == wanted[0]
          && Arrays.equals(stream, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }
}
