package org.seatrial.check.madeup;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Evidence;
import org.seatrial.check.Request;
import org.seatrial.check.file.CapabilitiesRequest;
import org.seatrial.check.file.DigestRequest;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.FileType;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.ReadAllRequest;
import org.seatrial.check.file.ReadAllRequest.FileText;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.check.file.StatRequest;
import org.seatrial.check.file.WalkRequest;

/** A tree of files, and what it answers about them. Immutable. */
final class MadeUpFiles {

  /** A tree in which there is only {@code /}. */
  static final MadeUpFiles NONE = new MadeUpFiles(new TreeMap<>(Map.of("/", folder("/"))));

  /** A file, and its content if somebody made it up. */
  private record Entry(FileStatus status, Optional<FileContent> content) {}

  /** By path; ordered, so that what is selected is sorted. */
  private final NavigableMap<String, Entry> entries;

  private MadeUpFiles(NavigableMap<String, Entry> entries) {
    this.entries = entries;
  }

  private static Entry folder(String path) {
    return new Entry(FileStatus.directory(path), Optional.empty());
  }

  /** Return a copy with this file, and with the folders above it that are not there yet. */
  MadeUpFiles with(FileStatus file, Optional<FileContent> content) {
    TreeMap<String, Entry> more = new TreeMap<>(entries);
    String path = file.path();
    for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
      more.computeIfAbsent(path.substring(0, slash), MadeUpFiles::folder);
    }
    more.put(path, new Entry(file, content));
    return new MadeUpFiles(more);
  }

  Answer<?> answer(Request<?> request) {
    if (request instanceof StatRequest stat) {
      return find(stat.path(), stat.links()).map(Entry::status);
    }
    if (request instanceof CapabilitiesRequest granted) {
      return find(granted.path(), Links.KEEP).map(entry -> entry.status().capabilities());
    }
    if (request instanceof ReadRequest read) {
      return read(read.path()).then(content -> limited(content, read.path(), read.limit()));
    }
    if (request instanceof DigestRequest digest) {
      return read(digest.path()).map(content -> hex(content, digest.algorithm()));
    }
    if (request instanceof WalkRequest walk) {
      return select(walk.glob(), entry -> walk.selection().selects(entry.status()))
          .map(found -> found.stream().map(entry -> known(entry.status())).toList());
    }
    if (request instanceof ReadAllRequest all) {
      return select(all.glob(), entry -> entry.status().type() == FileType.REGULAR)
          .then(found -> texts(found, all.glob()));
    }
    return Answer.unknown("nobody made up " + request);
  }

  private Answer<Entry> find(String path, Links links) {
    return new MadeUpPath(this::status)
        .find(path, links)
        .map(found -> requireNonNull(entries.get(found.path())));
  }

  private Optional<FileStatus> status(String path) {
    return Optional.ofNullable(entries.get(path)).map(Entry::status);
  }

  private Answer<FileContent> read(String path) {
    return find(path, Links.FOLLOW).then(MadeUpFiles::content);
  }

  private static Answer<FileContent> content(Entry entry) {
    FileStatus status = entry.status();
    if (status.type() != FileType.REGULAR) {
      return Answer.unknown("can't read " + status.path() + ": it is a " + status.type().phrase());
    }
    return entry
        .content()
        .map(Answer::known)
        .orElseGet(() -> Answer.unknown("nobody made up the content of " + status.path()));
  }

  private static Answer<FileContent> limited(FileContent content, String what, int limit) {
    return content.size() <= limit
        ? Answer.known(content)
        : Answer.unknown(what + " has more than " + limit + " bytes");
  }

  private static Answer<List<Known<FileText>>> texts(List<Entry> files, Glob glob) {
    List<Known<FileText>> texts = new ArrayList<>();
    long size = 0;
    for (Entry file : files) {
      Answer<FileContent> content = content(file);
      if (!(content instanceof Known<FileContent> text)) {
        return content.then(none -> Answer.absent());
      }
      size += text.value().size();
      texts.add(known(new FileText(file.status().path(), text.value())));
    }
    return size <= ReadRequest.LIMIT
        ? Answer.known(texts)
        : Answer.unknown(glob + " selects more than " + ReadRequest.LIMIT + " bytes");
  }

  /** Return the files below the glob's folder that are selected; the folder may be a link. */
  private Answer<List<Entry>> select(Glob glob, Predicate<Entry> selected) {
    return find(glob.folder(), Links.FOLLOW)
        .then(
            folder -> {
              String path = folder.status().path();
              String below = path.equals("/") ? "/" : path + "/";
              List<Entry> found = new ArrayList<>();
              entries
                  .tailMap(below, false)
                  .forEach(
                      (file, entry) -> {
                        if (file.startsWith(below)
                            && glob.matches(elements(file.substring(below.length())))
                            && selected.test(entry)) {
                          found.add(entry);
                        }
                      });
              return found.isEmpty() ? Answer.absent() : Answer.known(found);
            });
  }

  private static List<String> elements(String path) {
    return Arrays.asList(path.split("/"));
  }

  private static <A> Known<A> known(A value) {
    return new Known<>(value, Evidence.none());
  }

  private static String hex(FileContent content, DigestRequest.Algorithm algorithm) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm.standardName());
      return HexFormat.of().formatHex(digest.digest(content.bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm.standardName(), e);
    }
  }
}
