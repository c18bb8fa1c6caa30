package org.seatrial.testkit.image;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.FileType;

/**
 * A layer of made-up files. Each method returns a copy with one more entry at the end; nothing
 * keeps an entry from coming twice, or from being wrong.
 *
 * <pre>{@code
 * MadeUpLayer.empty()
 *     .with(FileStatus.directory("/etc"))
 *     .with("/etc/passwd", "root:x:0:0::/root:/bin/sh\n")
 *     .with(FileStatus.regular("/usr/bin/ping").withMode("4755"), "…")
 *     .whiteout("/etc/gone")
 * }</pre>
 */
public final class MadeUpLayer {

  private static final MadeUpLayer EMPTY = new MadeUpLayer(List.of());
  private static final byte[] NOTHING = {};

  private final List<TarEntry> entries;

  private MadeUpLayer(List<TarEntry> entries) {
    this.entries = entries;
  }

  /** Return a layer without an entry. */
  public static MadeUpLayer empty() {
    return EMPTY;
  }

  /** Add a regular file of this text, root's, with mode 0644. */
  public MadeUpLayer with(String path, String content) {
    return with(FileStatus.regular(path), content);
  }

  /**
   * Add this file, without content; its size does not matter.
   *
   * @throws IllegalArgumentException when it is a socket, which no layer can hold
   */
  public MadeUpLayer with(FileStatus file) {
    return with(file, NOTHING);
  }

  /** Add this regular file with this text, in UTF-8. */
  public MadeUpLayer with(FileStatus file, String content) {
    return with(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Add this file with this content.
   *
   * @throws IllegalArgumentException when there is content and it is no regular file
   */
  public MadeUpLayer with(FileStatus file, byte[] content) {
    String name = relative(file.path()) + (file.type() == FileType.DIRECTORY ? "/" : "");
    return withEntry(name, file, content);
  }

  /** Add another name for a file that is in this layer, both absolute. */
  public MadeUpLayer hardLink(String path, String existing) {
    return and(TarEntry.hardLink(relative(path), relative(existing)));
  }

  /** Add the mark that removes what the layers below have at this path (layer.md, Whiteouts). */
  public MadeUpLayer whiteout(String path) {
    int name = path.lastIndexOf('/') + 1;
    return with(path.substring(0, name) + ".wh." + path.substring(name), "");
  }

  /** Add the mark that hides everything that the layers below have in this directory. */
  public MadeUpLayer opaque(String directory) {
    return with((directory.equals("/") ? "" : directory) + "/.wh..wh..opq", "");
  }

  /** Add dpkg's database with these packages and no others. */
  public MadeUpLayer withPackages(MadeUpPackage... installed) {
    return with(MadeUpPackage.DATABASE, MadeUpPackage.database(installed));
  }

  /**
   * Add an entry under any name, so that it can be wrong, such as {@code ../etc/passwd}.
   *
   * @param name as it stands in the archive
   * @param file what it is; its path is not looked at
   */
  public MadeUpLayer withEntry(String name, FileStatus file, byte[] content) {
    return and(TarEntry.of(name, file, content));
  }

  /** Return the layer as a tar archive; the same entries are the same bytes on every machine. */
  public byte[] tar() {
    TarWriter tar = new TarWriter();
    entries.forEach(tar::add);
    return tar.finish();
  }

  /** Return the digest of the archive, {@code sha256:…}. */
  public String diffId() {
    return "sha256:" + Blob.sha256(tar());
  }

  private MadeUpLayer and(TarEntry entry) {
    List<TarEntry> more = new ArrayList<>(entries);
    more.add(entry);
    return new MadeUpLayer(List.copyOf(more));
  }

  private static String relative(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("path must be absolute, but was \"" + path + "\"");
    }
    return path.equals("/") ? "." : path.substring(1);
  }
}
