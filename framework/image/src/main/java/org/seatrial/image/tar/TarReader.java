package org.seatrial.image.tar;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Printable;

/**
 * Reads the entries of one archive, first to last. Global extended headers are checked but mean
 * nothing, as for the engines. Not safe for use by several threads.
 */
public final class TarReader {

  /** Bytes of headers and small files that are read at once from a file. */
  private static final int READ_AHEAD = 8 << 10;

  /** Characters of a path that an error shows. */
  private static final int SHOWN = 200;

  private final String name;
  private final Limits limits;
  private final ArchiveBytes bytes;
  private final Header header = new Header();
  private final EntryReader entries;
  private int count;
  private int number;
  private long place;
  private long contentEnd;
  private RawText current = RawText.EMPTY;
  private boolean inEntry;
  private boolean ended;

  private TarReader(String name, ArchiveBytes bytes, Limits limits) {
    this.name = name;
    this.bytes = bytes;
    this.limits = limits;
    this.entries = new EntryReader(limits, header);
  }

  /**
   * Read an archive from a stream, uncompressed. The stream is not closed.
   *
   * @param name what is read, for errors
   */
  public static TarReader over(String name, InputStream in, Limits limits) {
    return new TarReader(name, new StreamBytes(in, limits.archiveBytes()), limits);
  }

  /** Read an archive from a file, by going from header to header. */
  public static TarReader over(Region region, Limits limits) {
    return new TarReader(region.name(), new RegionBytes(region, READ_AHEAD), limits);
  }

  /**
   * Return the next entry; empty at the end.
   *
   * @throws InspectionException when the archive is damaged, truncated, or beyond the limits
   */
  public Optional<TarEntry> next() {
    try {
      while (!ended) {
        Optional<TarEntry> entry = step();
        if (entry.isPresent()) {
          return entry;
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /**
   * Return the content of the entry that {@link #next()} returned last, holes as zeros; to be read
   * before the next entry, and once.
   */
  public InputStream content(TarEntry entry) {
    return new ContentStream(name, bytes, entry.content());
  }

  /**
   * Go to the end of the archive and return the number of its bytes.
   *
   * @throws InspectionException when more follows its end than padding
   */
  public long finish() {
    try {
      return bytes.skipToEnd(Limits.PADDING);
    } catch (IOException e) {
      throw new InspectionException("cannot read " + name + ": " + reason(e), e);
    }
  }

  /** Read one header; an extended one gives no entry. */
  private Optional<TarEntry> step() throws IOException {
    // Up to here it is the entry before that an error is about.
    if (!bytes.skipTo(contentEnd)) {
      throw new Refusal("the archive ends within its content, at byte " + bytes.position());
    }
    // The padding behind the last content may be missing: it is nobody's.
    bytes.skipTo(padded(contentEnd));
    place = bytes.position();
    number = count + 1;
    current = RawText.EMPTY;
    if (!readHeader()) {
      ended = true;
      if (entries.isWaiting()) {
        throw new Refusal("the archive ends before the entry that the last header extends");
      }
      return Optional.empty();
    }
    header.verify();
    contentEnd = bytes.position();
    switch (header.type()) {
      case 'x', 'X' -> entries.extend(PaxRecords.parse(data()));
      case 'g' -> PaxRecords.parse(data());
      case 'L' -> entries.extendName(upToNul(data()));
      case 'K' -> entries.extendLink(upToNul(data()));
      case 'V', 'N' -> contentEnd = end(contentEnd, header.number(Header.Field.SIZE));
      case 'M' -> throw new Refusal("it is the rest of a file that began on another volume");
      default -> {
        return Optional.of(entry());
      }
    }
    return Optional.empty();
  }

  private TarEntry entry() throws IOException {
    inEntry = true;
    if (count >= limits.entries()) {
      throw new Refusal("the archive has more than " + limits.entries() + " entries");
    }
    TarEntry entry = entries.read(count, bytes);
    current = entry.path();
    inEntry = false;
    contentEnd = end(entry.content().offset(), entry.content().stored());
    count++;
    return entry;
  }

  /**
   * Read the next header; false at the end, which is two blocks of zeros, one and nothing more, or
   * no further byte.
   */
  private boolean readHeader() throws IOException {
    int n = bytes.read(header.block(), 0, Header.SIZE);
    if (n == 0) {
      return false;
    }
    if (n < Header.SIZE) {
      throw new Refusal("the archive ends within its header");
    }
    if (!header.isZero()) {
      return true;
    }
    Arrays.fill(header.block(), (byte) 0);
    bytes.read(header.block(), 0, Header.SIZE);
    if (!header.isZero()) {
      throw new Refusal("a single block of zeros is followed by something else");
    }
    return false;
  }

  /** Return the data of an extended header. */
  private byte[] data() throws IOException {
    long size = header.number(Header.Field.SIZE);
    if (size < 0 || size > Limits.EXTENDED_HEADER) {
      throw new Refusal(
          "its extended header has " + size + " bytes, more than " + Limits.EXTENDED_HEADER);
    }
    byte[] data = new byte[(int) size];
    if (bytes.read(data, 0, data.length) < data.length) {
      throw new Refusal("the archive ends within its extended header");
    }
    contentEnd = bytes.position();
    return data;
  }

  private static byte[] upToNul(byte[] data) {
    int end = 0;
    while (end < data.length && data[end] != 0) {
      end++;
    }
    return Arrays.copyOf(data, end);
  }

  private static long end(long offset, long size) throws Refusal {
    if (size < 0 || size > Long.MAX_VALUE - Header.SIZE - offset) {
      throw new Refusal("its size of " + size + " bytes is beyond any archive");
    }
    return offset + size;
  }

  private static long padded(long end) {
    return (end + Header.SIZE - 1) & -Header.SIZE;
  }

  private InspectionException failure(IOException cause) {
    String entry = "entry " + number + " at byte " + place;
    RawText about = inEntry ? entries.rawName() : current;
    String shown = Printable.of(about.toString(), SHOWN);
    String path = shown.isEmpty() ? "" : " (\"" + shown + "\")";
    return new InspectionException(
        "cannot read " + name + ": " + entry + path + ": " + reason(cause), cause);
  }

  private static String reason(IOException cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
