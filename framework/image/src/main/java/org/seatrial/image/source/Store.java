package org.seatrial.image.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.seatrial.image.oci.Digest;

/** The files of a layout or an archive. Any of its methods can fail with an InspectionException. */
interface Store {

  /** Takes the bytes of files. */
  interface FileVisitor {
    void visit(StoredFile file, LayerBytes bytes) throws IOException;
  }

  /** Return what it is called in messages. */
  String name();

  /** Return the paths of its files, for a message: the first few, and any order. */
  List<String> paths();

  /** Return the file at a path that a document names; nothing when there is none. */
  Optional<StoredFile> find(String path);

  /** Return a blob of the OCI layout. */
  default Optional<StoredFile> find(Digest digest) {
    return find(path(digest));
  }

  /** Return where a blob of the OCI layout is (image-layout.md, "Blobs"). */
  static String path(Digest digest) {
    return "blobs/" + digest.algorithm() + "/" + digest.hex();
  }

  /** Tell whether there are several files at this path, of which readers may take either. */
  boolean isAmbiguous(String path);

  /** Return all bytes of a small file. */
  byte[] read(StoredFile file);

  /**
   * Return what tells without reading it that a file is the same as before; nothing tells of a
   * stream.
   */
  default Optional<String> stamp(StoredFile file) {
    return Optional.empty();
  }

  /** Tell whether each file is reached without passing others. */
  boolean isSeekable();

  /** Hand each of these different files to the visitor once. */
  void visit(List<StoredFile> files, FileVisitor visitor);
}
