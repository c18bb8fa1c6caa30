package org.seatrial.testkit.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Optional;
import org.seatrial.check.file.FileCapabilities;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.FileType;
import org.seatrial.check.file.Owner;

/** One entry of an archive: a file under a name that may be any, and its content. */
final class TarEntry {

  private static final byte[] NOTHING = {};

  private final String name;
  private final char type;
  private final FileStatus file;
  private final String link;
  private final byte[] content;

  private TarEntry(String name, char type, FileStatus file, String link, byte[] content) {
    this.name = name;
    this.type = type;
    this.file = file;
    this.link = link;
    this.content = content;
  }

  /** Return root's file with mode 0644. */
  static TarEntry file(String name, byte[] content) {
    return of(name, FileStatus.regular("/"), content);
  }

  /** Return a file of any type but a socket, which archives can't hold. */
  static TarEntry of(String name, FileStatus file, byte[] content) {
    if (file.type() != FileType.REGULAR && content.length > 0) {
      throw new IllegalArgumentException(
          "only a regular file can have content, but " + name + " is a " + file.type().phrase());
    }
    return new TarEntry(
        name, typeOf(name, file.type()), file, file.linkTarget().orElse(""), content.clone());
  }

  /** Return another name for a file of the same archive. */
  static TarEntry hardLink(String name, String target) {
    return new TarEntry(name, '1', FileStatus.regular("/"), target, NOTHING);
  }

  TarEntry withType(char other) {
    return new TarEntry(name, other, file, link, content);
  }

  /** POSIX ustar, typeflag. */
  private static char typeOf(String name, FileType type) {
    return switch (type) {
      case REGULAR -> '0';
      case SYMLINK -> '2';
      case CHARACTER_DEVICE -> '3';
      case BLOCK_DEVICE -> '4';
      case DIRECTORY -> '5';
      case FIFO -> '6';
      case SOCKET ->
          throw new IllegalArgumentException("a layer can't hold a socket, such as " + name);
    };
  }

  String name() {
    return name;
  }

  char type() {
    return type;
  }

  String link() {
    return link;
  }

  int mode() {
    return file.mode().bits();
  }

  Owner owner() {
    return file.owner();
  }

  Instant modified() {
    return file.modified();
  }

  byte[] content() {
    return content.clone();
  }

  /** Return the extended attribute, revision 2, or 3 with a root (capabilities(7)). */
  Optional<byte[]> capabilities() {
    return file.capabilities().map(TarEntry::attribute);
  }

  private static byte[] attribute(FileCapabilities granted) {
    boolean rooted = granted.rootUid() != 0;
    int magic = (rooted ? 0x03000000 : 0x02000000) | (granted.effective() ? 1 : 0);
    ByteBuffer words = ByteBuffer.allocate(rooted ? 24 : 20).order(ByteOrder.LITTLE_ENDIAN);
    words.putInt(magic);
    words.putInt((int) granted.permitted()).putInt((int) granted.inheritable());
    words.putInt((int) (granted.permitted() >>> 32)).putInt((int) (granted.inheritable() >>> 32));
    return rooted ? words.putInt((int) granted.rootUid()).array() : words.array();
  }
}
