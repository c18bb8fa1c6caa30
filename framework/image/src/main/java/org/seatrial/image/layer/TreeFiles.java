package org.seatrial.image.layer;

import java.time.Instant;
import java.util.Optional;
import org.seatrial.check.file.FileCapabilities;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.FileType;
import org.seatrial.check.file.Mode;
import org.seatrial.check.file.Owner;

/** Makes the values that are handed out from nodes. */
final class TreeFiles {

  private static final Mode IMPLIED_MODE = new Mode(0755);

  private final NodeTable nodes;

  TreeFiles(NodeTable nodes) {
    this.nodes = nodes;
  }

  /** Return what is at a node that is present, seen under this path. */
  Lookup at(int node, String path) {
    int entry = nodes.entry(node);
    if (entry == NodeTable.IMPLIED) {
      return new Lookup.Found(new TreeFile(implied(path), nodes.putBy(node), Optional.empty()));
    }
    LayerIndex index = nodes.index(node);
    Optional<FileType> type = index.kind(entry).type();
    if (type.isEmpty()) {
      return new Lookup.Unresolved(
          path,
          "it is a hard link to \""
              + index.linkTarget(entry)
              + "\", which is no file of the layers below, nor one that comes earlier in the same"
              + " layer");
    }
    Optional<FileCapabilities> capabilities;
    try {
      capabilities = capabilities(index, entry);
    } catch (IllegalArgumentException e) {
      return new Lookup.Unresolved(path, "its capabilities can't be read: " + e.getMessage());
    }
    boolean regular = type.get() == FileType.REGULAR;
    FileStatus status =
        new FileStatus(
            path,
            type.get(),
            index.mode(entry),
            index.owner(entry),
            regular ? index.fileSize(entry) : 0,
            index.modified(entry),
            type.get() == FileType.SYMLINK
                ? Optional.of(index.linkTarget(entry))
                : Optional.empty(),
            capabilities);
    Optional<TreeFile.Source> content =
        regular
            ? Optional.of(new TreeFile.Source(nodes.entryLayer(node), index.content(entry)))
            : Optional.empty();
    return new Lookup.Found(new TreeFile(status, nodes.putBy(node), content));
  }

  private static Optional<FileCapabilities> capabilities(LayerIndex index, int entry) {
    return index.hasCapability(entry)
        ? Optional.of(FileCapabilities.parse(index.capability(entry)))
        : Optional.empty();
  }

  private static FileStatus implied(String path) {
    return new FileStatus(
        path,
        FileType.DIRECTORY,
        IMPLIED_MODE,
        Owner.ROOT,
        0,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty());
  }
}
