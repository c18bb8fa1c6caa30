package org.seatrial.image.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.seatrial.image.tar.EntryType;
import org.seatrial.image.tar.TarEntry;

/**
 * The entries of an outer archive by path, as they would be if it were unpacked: of several with
 * the same path the last one, links followed without ever leaving the archive.
 */
final class ArchiveFiles {

  private static final int HOPS = 40;

  private final String name;
  private final Map<String, TarEntry> entries = new LinkedHashMap<>();
  private final Set<String> repeated = new HashSet<>();

  ArchiveFiles(String name) {
    this.name = name;
  }

  void add(TarEntry entry) {
    if (entries.put(entry.path().toString(), entry) != null) {
      repeated.add(entry.path().toString());
    }
  }

  Collection<TarEntry> entries() {
    return entries.values();
  }

  List<String> paths() {
    return List.copyOf(entries.keySet());
  }

  boolean hasRepeated() {
    return !repeated.isEmpty();
  }

  boolean isRepeated(String path) {
    return repeated.contains(path);
  }

  /** Return the regular file at a path, through links; nothing when there is none. */
  Optional<TarEntry> find(String path) {
    String at = path;
    for (int hops = 0; hops <= HOPS; hops++) {
      TarEntry entry = entries.get(at);
      if (entry == null) {
        return Optional.empty();
      }
      String here = at;
      switch (entry.type()) {
        case REGULAR -> {
          requirePlain(entry);
          return Optional.of(entry);
        }
        case SYMLINK -> at = target(here, parent(here), entry.link().toString());
        case HARD_LINK -> at = target(here, "", entry.link().toString());
        default -> throw refused(here, "it is a " + entry.type().phrase() + ", not a file");
      }
    }
    throw refused(path, "it leads through more than " + HOPS + " links");
  }

  private String target(String link, String folder, String target) {
    if (target.startsWith("/")) {
      throw refused(link, "it is a link out of the archive, to \"" + Documents.shown(target) + '"');
    }
    List<String> elements = new ArrayList<>();
    for (String element : (folder + "/" + target).split("/", -1)) {
      if (element.equals("..")) {
        if (elements.isEmpty()) {
          throw refused(
              link, "it is a link out of the archive, to \"" + Documents.shown(target) + '"');
        }
        elements.remove(elements.size() - 1);
      } else if (!element.isEmpty() && !element.equals(".")) {
        elements.add(element);
      }
    }
    return String.join("/", elements);
  }

  private void requirePlain(TarEntry entry) {
    if (!entry.content().isPlain()) {
      throw refused(entry.path().toString(), "it is a sparse file");
    }
  }

  private RuntimeException refused(String path, String reason) {
    return Documents.unreadable(Documents.shown(path) + " of " + name, reason);
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** Tell whether an entry has bytes that could be a blob. */
  static boolean isFile(TarEntry entry) {
    return entry.type() == EntryType.REGULAR && entry.content().isPlain();
  }
}
