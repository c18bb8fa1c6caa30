package org.seatrial.deployment.probe;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.FileType;
import org.seatrial.check.file.Mode;
import org.seatrial.check.file.Owner;

/**
 * Reads what {@code stat -c} prints with the format of the probe: {@code #MARK MODE UID GID SIZE
 * MTIME NAME#MARK NAME -> TARGET#MARK}, the mode in hexadecimal. A target is believed when it has
 * the size of the link, since some versions escape what is in it.
 */
final class StatRecords {

  private static final int TYPE = 0170000;

  /** How many digits a number may have, so that it can be read. */
  private static final int DECIMAL = 18;

  private static final int HEXADECIMAL = 15;

  private final byte[] bytes;
  private final byte[] mark;
  private final String root;
  private int at;

  private StatRecords(byte[] bytes, String mark, String root) {
    this.bytes = bytes;
    this.mark = ("#" + mark).getBytes(StandardCharsets.US_ASCII);
    this.root = root;
  }

  /**
   * Return the files, in the order of the records.
   *
   * @param root what stands before each name and is no part of the path
   */
  static List<FileStatus> parse(byte[] bytes, String mark, String root) throws GarbledException {
    StatRecords records = new StatRecords(bytes, mark, root);
    List<FileStatus> files = new ArrayList<>();
    while (records.at < bytes.length) {
      files.add(records.next());
    }
    return files;
  }

  private FileStatus next() throws GarbledException {
    skipMark(' ');
    int mode = (int) number(16, 0xffffL);
    long uid = number(10, 0xffff_ffffL);
    long gid = number(10, 0xffff_ffffL);
    long size = number(10, Long.MAX_VALUE);
    long modified = number(10, 0x7fff_ffff_ffffL);
    String name = RawNames.decode(bytes, at, endOfText());
    at = endOfText();
    skipMark(' ');
    String second = RawNames.decode(bytes, at, endOfText());
    at = endOfText();
    // A tool that can't read a link leaves the rest of the record out.
    boolean whole = at + mark.length < bytes.length && bytes[at + mark.length] == '\n';
    if (whole) {
      skipMark('\n');
    }
    FileType type = type(mode);
    Optional<String> target =
        type == FileType.SYMLINK && whole ? target(name, second, size) : Optional.empty();
    return new FileStatus(
        path(name),
        type,
        new Mode(mode & 07777),
        new Owner(uid, gid),
        type == FileType.REGULAR ? size : 0,
        Instant.ofEpochSecond(modified),
        target,
        Optional.empty());
  }

  private String path(String name) throws GarbledException {
    String path = name.startsWith(root) ? name.substring(root.length()) : "";
    if (!path.startsWith("/")) {
      throw new GarbledException("stat told of a file that it was not asked for: " + name);
    }
    return path;
  }

  private static Optional<String> target(String name, String second, long size) {
    String plain = name + " -> ";
    String quoted = "'" + name + "' -> '";
    Optional<String> target = Optional.empty();
    if (second.startsWith(plain)) {
      target = Optional.of(second.substring(plain.length()));
    } else if (second.startsWith(quoted) && second.endsWith("'")) {
      target = Optional.of(second.substring(quoted.length(), second.length() - 1));
    }
    // Links of /proc have no size.
    return target.filter(text -> name.startsWith("/proc/") || RawNames.encode(text).length == size);
  }

  private static FileType type(int mode) throws GarbledException {
    return switch (mode & TYPE) {
      case 0100000 -> FileType.REGULAR;
      case 0040000 -> FileType.DIRECTORY;
      case 0120000 -> FileType.SYMLINK;
      case 0020000 -> FileType.CHARACTER_DEVICE;
      case 0060000 -> FileType.BLOCK_DEVICE;
      case 0010000 -> FileType.FIFO;
      case 0140000 -> FileType.SOCKET;
      default -> throw new GarbledException("stat told of mode " + Integer.toHexString(mode));
    };
  }

  private void skipMark(char then) throws GarbledException {
    int end = at + mark.length;
    if (end >= bytes.length
        || !Arrays.equals(bytes, at, end, mark, 0, mark.length)
        || bytes[end] != then) {
      throw GarbledException.of("a record of stat", bytes, at);
    }
    at = end + 1;
  }

  private long number(int radix, long most) throws GarbledException {
    int start = at;
    int end = start;
    while (end < bytes.length && end - start < 20 && bytes[end] != ' ') {
      end++;
    }
    String digits = new String(bytes, start, end - start, StandardCharsets.US_ASCII);
    boolean negative = digits.startsWith("-") && most == 0x7fff_ffff_ffffL;
    String plain = negative ? digits.substring(1) : digits;
    boolean valid =
        !plain.isEmpty()
            && plain.length() <= (radix == 16 ? HEXADECIMAL : DECIMAL)
            && plain.chars().allMatch(c -> Character.digit(c, radix) >= 0 && c < 128);
    if (!valid || Long.parseLong(plain, radix) > most) {
      throw GarbledException.of("a number of stat", bytes, start);
    }
    at = end + 1;
    return negative ? -Long.parseLong(plain, radix) : Long.parseLong(plain, radix);
  }

  /** Return where the next mark begins. */
  private int endOfText() throws GarbledException {
    for (int i = at; i <= bytes.length - mark.length; i++) {
      if (bytes[i] == mark[0] && Arrays.equals(bytes, i, i + mark.length, mark, 0, mark.length)) {
        return i;
      }
    }
    throw GarbledException.of("the end of a record of stat", bytes, at);
  }
}
