package org.seatrial.image.tar;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatrial.check.file.Mode;
import org.seatrial.check.file.Owner;

/**
 * Makes an entry from its header and the extended headers in front of it, with the precedence that
 * Go's {@code archive/tar}, the reader of the engines, has: a record of a pax header replaces the
 * field, a long name of GNU's format replaces both, and the name of a sparse file replaces all.
 */
final class EntryReader {

  private final Limits limits;
  private final Header header;
  private PaxRecords pax = PaxRecords.NONE;
  private byte @Nullable [] longName;
  private byte @Nullable [] longLink;

  EntryReader(Limits limits, Header header) {
    this.limits = limits;
    this.header = header;
  }

  void extend(PaxRecords records) {
    pax = records;
  }

  void extendName(byte[] name) {
    longName = name;
  }

  void extendLink(byte[] link) {
    longLink = link;
  }

  /** Tell whether an extended header waits for its entry. */
  boolean isWaiting() {
    return pax != PaxRecords.NONE || longName != null || longLink != null;
  }

  /** Return the name for errors, before anything of it is checked. */
  RawText rawName() {
    byte[] name = longName != null ? longName : pax.bytes(PaxRecords.PATH);
    byte[] shown = name != null ? name : header.name();
    return new RawText(shown.length <= limits.pathBytes() ? shown : header.name());
  }

  /** Make the entry whose header was read last; the bytes behind the header come next. */
  TarEntry read(int number, ArchiveBytes bytes) throws IOException {
    byte[] name = orElse(longName, orElse(pax.bytes(PaxRecords.PATH), header.name()));
    boolean slash = name.length > 0 && name[name.length - 1] == '/';
    EntryType type = EntryType.of(header.type(), slash);
    long size = size(type);
    Content content =
        type == EntryType.REGULAR
            ? SparseMap.content(header, pax, size, bytes)
            : Content.plain(bytes.position(), 0);
    byte[] sparseName = pax.bytes(PaxRecords.SPARSE_NAME);
    RawText path =
        ArchivePath.clean(
            sparseName != null && SparseMap.isSparse(pax) ? sparseName : name, limits);
    if (path.length() == 0 && type != EntryType.DIRECTORY) {
      throw new Refusal("the root must be a directory, but it is a " + type.phrase());
    }
    TarEntry entry = new TarEntry(number, path, type, attributes(), link(type), content);
    pax = PaxRecords.NONE;
    longName = null;
    longLink = null;
    return entry;
  }

  private static byte[] orElse(byte @Nullable [] value, byte[] otherwise) {
    return value == null ? otherwise : value;
  }

  /**
   * Return the bytes that the archive has of a regular file; others have none, whatever it says.
   */
  private long size(EntryType type) throws Refusal {
    long size = pax.number(PaxRecords.SIZE, header.number(Header.Field.SIZE));
    if (size < 0) {
      throw new Refusal("its size is negative: " + size);
    }
    return type == EntryType.REGULAR ? size : 0;
  }

  private RawText link(EntryType type) throws Refusal {
    if (type != EntryType.SYMLINK && type != EntryType.HARD_LINK) {
      return RawText.EMPTY;
    }
    byte[] link =
        orElse(longLink, orElse(pax.bytes(PaxRecords.LINK), header.text(Header.Field.LINK)));
    if (link.length > limits.pathBytes()) {
      throw new Refusal(
          "its link target has " + link.length + " bytes, more than " + limits.pathBytes());
    }
    return new RawText(link);
  }

  private TarEntry.Attributes attributes() throws Refusal {
    byte[] capability = pax.bytes(PaxRecords.CAPABILITY);
    return new TarEntry.Attributes(
        new Mode((int) header.number(Header.Field.MODE) & 07777),
        new Owner(
            pax.number(PaxRecords.UID, header.number(Header.Field.UID)),
            pax.number(PaxRecords.GID, header.number(Header.Field.GID))),
        modified(),
        Optional.ofNullable(capability).map(RawText::new));
  }

  private Instant modified() throws Refusal {
    String text = pax.text(PaxRecords.MTIME);
    if (text.isEmpty()) {
      return instant(header.number(Header.Field.MTIME), 0);
    }
    int point = text.indexOf('.');
    long seconds = PaxRecords.decimal(point < 0 ? text : text.substring(0, point), "mtime");
    String digits = point < 0 ? "" : text.substring(point + 1);
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        throw new Refusal("its mtime is no number: \"" + text + '"');
      }
    }
    int nanos = digits.isEmpty() ? 0 : Integer.parseInt((digits + "00000000").substring(0, 9));
    return instant(seconds, text.startsWith("-") ? -nanos : nanos);
  }

  /** A time beyond what can be shown harms nobody: the last that can be is as good. */
  private static Instant instant(long seconds, int nanos) {
    long shown =
        Math.max(
            Instant.MIN.getEpochSecond() + 1, Math.min(Instant.MAX.getEpochSecond() - 1, seconds));
    return Instant.ofEpochSecond(shown, nanos);
  }
}
