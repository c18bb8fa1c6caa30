package org.seatrial.image.source;

import org.seatrial.check.InspectionException;
import org.seatrial.check.Printable;
import org.seatrial.image.oci.Descriptor;
import org.seatrial.image.oci.Digest;

/** Reads the documents of a store, none that is too large, and none that is not what is named. */
final class Documents {

  /** The most bytes of one document: 8 MiB. */
  static final int SIZE = 8 << 20;

  /** The most characters of a name out of an image that a message has. */
  private static final int SHOWN = 300;

  private final Store store;

  Documents(Store store) {
    this.store = store;
  }

  /** Return the title of a document for messages, {@code config sha256:9f2c… of archive:x.tar}. */
  String title(String what) {
    return shown(what) + " of " + store.name();
  }

  /** Return the text of an image so short that a message keeps its place and its reason. */
  static String shown(String text) {
    return Printable.of(text, SHOWN);
  }

  boolean has(String path) {
    return store.find(path).isPresent();
  }

  /** Return a document that must be there under this path, only once. */
  byte[] read(String path) {
    StoredFile file =
        store.find(path).orElseThrow(() -> unreadable(title(path), "it is not there"));
    if (store.isAmbiguous(path) || store.isAmbiguous(file.path())) {
      throw new InspectionException(
          "cannot trust " + title(path) + ": it is there twice, and readers take either");
    }
    return small(title(path), file);
  }

  /** Return the document that is described, such as {@code config}, verified. */
  byte[] read(String kind, Descriptor descriptor) {
    Digest digest = descriptor.digest();
    String title = title(kind + " " + digest);
    StoredFile file = store.find(digest).orElseThrow(() -> unreadable(title, "it is not there"));
    requireSize(title, file.size(), descriptor.size());
    byte[] bytes = small(title, file);
    requireDigest(title, bytes, digest);
    return bytes;
  }

  static void requireSize(String title, long actual, long stated) {
    if (actual != stated) {
      throw new InspectionException(
          "cannot trust " + title + ": it has " + actual + " bytes, not " + stated);
    }
  }

  static void requireDigest(String title, byte[] bytes, Digest stated) {
    if (!stated.matches(bytes)) {
      Digest actual = Digest.of(stated.algorithm(), stated.newHash().digest(bytes));
      throw new InspectionException(
          "cannot trust " + title + ": its digest is " + actual + ", not " + stated);
    }
  }

  static InspectionException unreadable(String title, String reason) {
    return new InspectionException("cannot read " + title + ": " + reason);
  }

  private byte[] small(String title, StoredFile file) {
    if (file.size() > SIZE) {
      throw unreadable(title, "it has " + file.size() + " bytes, more than " + SIZE);
    }
    return store.read(file);
  }
}
