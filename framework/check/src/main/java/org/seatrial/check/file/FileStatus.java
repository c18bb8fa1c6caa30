package org.seatrial.check.file;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.seatrial.check.Described;
import org.seatrial.check.Request;

/**
 * What is known of a file without reading it.
 *
 * @param path absolute, without {@code .}, {@code ..} or a trailing slash, and without symbolic
 *     links in its parents: where the file really is. Bytes that are no valid UTF-8 are kept as
 *     lone low surrogates, U+DC80 to U+DCFF
 * @param type its type; {@link FileType#SYMLINK} only where links were not followed
 * @param mode permission bits with setuid, setgid and sticky
 * @param owner user and group by number
 * @param size in bytes; 0 for anything but regular files
 * @param modified last modification
 * @param linkTarget the target of a symbolic link as written, else empty
 * @param capabilities from the extended attribute {@code security.capability}; empty when there is
 *     none, and where nobody could look: only {@link CapabilitiesRequest} tells these apart
 */
public record FileStatus(
    String path,
    FileType type,
    Mode mode,
    Owner owner,
    long size,
    Instant modified,
    Optional<String> linkTarget,
    Optional<FileCapabilities> capabilities)
    implements Described, TextSource {

  public FileStatus {
    requireNonNull(path, "path must not be null");
    requireNonNull(type, "type must not be null");
    requireNonNull(mode, "mode must not be null");
    requireNonNull(owner, "owner must not be null");
    requireNonNull(modified, "modified must not be null");
    requireNonNull(linkTarget, "linkTarget must not be null");
    requireNonNull(capabilities, "capabilities must not be null");
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("path must be absolute, but was \"" + path + "\"");
    }
  }

  /** Return the request for the file's bytes as they are in the place. */
  @Override
  public Request<FileContent> content() {
    return ReadRequest.of(path);
  }

  /** Return a regular file, root's, empty, with mode 0644: the start of made-up facts. */
  public static FileStatus regular(String path) {
    return of(path, FileType.REGULAR, Mode.parse("0644"));
  }

  /** Return a directory, root's, with mode 0755: the start of made-up facts. */
  public static FileStatus directory(String path) {
    return of(path, FileType.DIRECTORY, Mode.parse("0755"));
  }

  /** Return a symbolic link to this target, root's, with mode 0777: the start of made-up facts. */
  public static FileStatus symlink(String path, String target) {
    return new FileStatus(
        path,
        FileType.SYMLINK,
        Mode.parse("0777"),
        Owner.ROOT,
        0,
        Instant.EPOCH,
        Optional.of(target),
        Optional.empty());
  }

  private static FileStatus of(String path, FileType type, Mode mode) {
    return new FileStatus(
        path, type, mode, Owner.ROOT, 0, Instant.EPOCH, Optional.empty(), Optional.empty());
  }

  /** Return a copy with this mode, written in octal. */
  public FileStatus withMode(String octal) {
    return new FileStatus(
        path, type, Mode.parse(octal), owner, size, modified, linkTarget, capabilities);
  }

  /** Return a copy that belongs to this user and group. */
  public FileStatus withOwner(long uid, long gid) {
    return new FileStatus(
        path, type, mode, new Owner(uid, gid), size, modified, linkTarget, capabilities);
  }

  /** Return a copy of this many bytes. */
  public FileStatus withSize(long bytes) {
    return new FileStatus(path, type, mode, owner, bytes, modified, linkTarget, capabilities);
  }

  /** Return a copy with these capabilities. */
  public FileStatus withCapabilities(FileCapabilities granted) {
    return new FileStatus(
        path, type, mode, owner, size, modified, linkTarget, Optional.of(granted));
  }

  @Override
  public String label() {
    return path;
  }

  @Override
  public String description() {
    return type.phrase()
        + ", mode "
        + mode
        + ", owner "
        + owner
        + (type == FileType.REGULAR ? ", " + size + " bytes" : "")
        + linkTarget.map(target -> " → " + target).orElse("")
        + capabilities.map(granted -> ", capabilities " + granted).orElse("");
  }
}
