package org.seatrial.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Absent;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Evidence;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Printable;
import org.seatrial.check.Request;
import org.seatrial.check.file.CapabilitiesRequest;
import org.seatrial.check.file.DigestRequest;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.FileType;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.ReadAllRequest;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.check.file.Selection;
import org.seatrial.check.file.Selections;
import org.seatrial.check.file.StatRequest;
import org.seatrial.check.file.WalkRequest;
import org.seatrial.image.layer.FileTree;
import org.seatrial.image.layer.LayerClaim;
import org.seatrial.image.layer.LayerReader;
import org.seatrial.image.layer.Lookup;
import org.seatrial.image.layer.TreeFile;
import org.seatrial.image.layer.Walk;
import org.seatrial.image.tar.Content;
import org.seatrial.image.tar.Limits;

/**
 * Answers from the archive of a container's whole root, which is read like a layer: once for what
 * the files are, and once more when contents are wanted.
 */
final class ArchivedFiles {

  private static final int SELECTED = 100_000;
  private static final long DIGESTED = 1L << 30;
  private static final int BLOCK = 1 << 16;

  private final ContainerFiles files;
  private final String name;
  private final String root;
  private final LayerReader reader = new LayerReader(Limits.standard());
  private final FileTree tree;
  private final Map<Content, List<OutputStream>> wanted = new LinkedHashMap<>();

  private ArchivedFiles(ContainerFiles files, String name, InputStream first, String root) {
    this.files = files;
    this.name = name;
    this.root = root;
    try (InputStream archive = first) {
      tree = FileTree.of(List.of(reader.index(LayerClaim.of(name), archive).index()));
    } catch (IOException e) {
      throw new InspectionException("cannot read " + name + ": " + e.getMessage(), e);
    }
  }

  /** Answer those of the requests that are about files. */
  static Map<Request<?>, Answer<?>> answer(
      ContainerFiles files, String container, Set<Request<?>> requests) {
    Map<Request<?>, Answer<?>> answers = new HashMap<>();
    if (requests.stream().anyMatch(ArchivedFiles::isOfFiles)) {
      String name = "the files of container " + container;
      InputStream archive =
          files
              .archive("/")
              .orElseThrow(() -> new InspectionException("cannot read " + name + ": no root"));
      answers.putAll(new ArchivedFiles(files, name, archive, "/").all(requests));
    }
    return answers;
  }

  private static boolean isOfFiles(Request<?> request) {
    return request instanceof StatRequest
        || request instanceof WalkRequest
        || request instanceof ReadRequest
        || request instanceof CapabilitiesRequest
        || request instanceof DigestRequest
        || request instanceof ReadAllRequest;
  }

  /** Return the content of one file; nothing when it is not there, or can't be read. */
  static Optional<FileContent> content(ContainerFiles files, String path) {
    return files.archive(path).flatMap(archive -> content(files, path, archive));
  }

  private static Optional<FileContent> content(
      ContainerFiles files, String path, InputStream archive) {
    ReadRequest read = ReadRequest.of(path.substring(path.lastIndexOf('/')));
    Answer<?> answer = new ArchivedFiles(files, path, archive, path).all(Set.of(read)).get(read);
    return answer instanceof Known<?> known && known.value() instanceof FileContent content
        ? Optional.of(content)
        : Optional.empty();
  }

  private InputStream open() {
    return files
        .archive(root)
        .orElseThrow(() -> new InspectionException("cannot read " + name + ": it is gone"));
  }

  /** An answer that is complete once the contents were read. */
  private interface Pending {
    Answer<?> get();
  }

  private Map<Request<?>, Answer<?>> all(Set<Request<?>> requests) {
    Map<Request<?>, Pending> pending = new LinkedHashMap<>();
    for (Request<?> request : requests) {
      if (request instanceof StatRequest stat) {
        Answer<FileStatus> answer = find(stat.path(), stat.links()).map(TreeFile::status);
        pending.put(stat, () -> answer);
      } else if (request instanceof CapabilitiesRequest granted) {
        Answer<?> answer =
            find(granted.path(), Links.KEEP).map(file -> file.status().capabilities());
        pending.put(granted, () -> answer);
      } else if (request instanceof WalkRequest walk) {
        Answer<?> answer = walk(walk.glob(), walk.selection()).map(ArchivedFiles::statuses);
        pending.put(walk, () -> answer);
      } else if (request instanceof ReadRequest read) {
        pending.put(read, read(read));
      } else if (request instanceof DigestRequest digest) {
        pending.put(digest, digest(digest));
      } else if (request instanceof ReadAllRequest all) {
        pending.put(all, readAll(all));
      }
    }
    readContents();
    Map<Request<?>, Answer<?>> answers = new HashMap<>();
    pending.forEach((request, answer) -> answers.put(request, answer.get()));
    return answers;
  }

  private Answer<TreeFile> find(String path, Links links) {
    Lookup lookup = tree.find(path, links);
    return lookup.fold(
        file -> new Known<>(file, evidence(file, path)),
        missing ->
            new Absent<>(
                missing.why().isEmpty() ? Evidence.none() : Evidence.of("path", missing.why())),
        unresolved ->
            Answer.unknown(
                "cannot follow " + Printable.of(unresolved.path()) + ": " + unresolved.why()));
  }

  private static Evidence evidence(TreeFile file, String asked) {
    String path = file.status().path();
    return path.equals(asked) ? Evidence.none() : Evidence.of("path", path);
  }

  private Answer<List<TreeFile>> walk(Glob glob, Selection selection) {
    Walk walk = tree.walk(glob, selection, SELECTED);
    if (!walk.unresolved().isEmpty()) {
      Lookup.Unresolved first = walk.unresolved().get(0);
      return Answer.unknown(
          "cannot tell what " + Printable.of(first.path()) + " is: " + first.why());
    }
    if (!walk.complete()) {
      return Answer.unknown("more than " + SELECTED + " files are selected by " + glob);
    }
    return walk.files().isEmpty()
        ? new Absent<>(Evidence.none())
        : new Known<>(walk.files(), Evidence.none());
  }

  private static List<Known<FileStatus>> statuses(List<TreeFile> found) {
    return found.stream().map(file -> new Known<>(file.status(), Evidence.none())).toList();
  }

  private Pending read(ReadRequest request) {
    Answer<TreeFile> found = regular(request.path(), request.limit());
    if (!(found instanceof Known<TreeFile> known)) {
      return () -> found;
    }
    ByteArrayOutputStream taken = take(known.value());
    return () -> found.map(file -> FileContent.of(taken.toByteArray()));
  }

  private Pending digest(DigestRequest request) {
    Answer<TreeFile> found = regular(request.path(), DIGESTED);
    if (!(found instanceof Known<TreeFile> known)) {
      return () -> found;
    }
    MessageDigest hash = hash(request.algorithm());
    sinks(known.value()).add(new DigestOutputStream(OutputStream.nullOutputStream(), hash));
    return () -> found.map(file -> HexFormat.of().formatHex(hash.digest()));
  }

  private Pending readAll(ReadAllRequest request) {
    Answer<List<TreeFile>> found = walk(request.glob(), Selections.regularFiles());
    if (!(found instanceof Known<List<TreeFile>> known)) {
      return () -> found;
    }
    long left = ReadRequest.LIMIT;
    for (TreeFile file : known.value()) {
      left -= Math.min(file.status().size(), ReadRequest.LIMIT + 1L);
      if (left < 0) {
        return () ->
            Answer.unknown(
                "cannot read all of "
                    + request.glob()
                    + " together: at most "
                    + ReadRequest.LIMIT
                    + " bytes are read");
      }
    }
    Map<TreeFile, ByteArrayOutputStream> texts = new LinkedHashMap<>();
    known.value().forEach(file -> texts.put(file, take(file)));
    return () -> {
      List<Known<ReadAllRequest.FileText>> all = new ArrayList<>();
      texts.forEach(
          (file, text) ->
              all.add(
                  new Known<>(
                      new ReadAllRequest.FileText(
                          file.status().path(), FileContent.of(text.toByteArray())),
                      Evidence.none())));
      return new Known<>(all, Evidence.none());
    };
  }

  private Answer<TreeFile> regular(String path, long limit) {
    return find(path, Links.FOLLOW)
        .then(
            file -> {
              FileStatus status = file.status();
              if (status.type() != FileType.REGULAR) {
                return Answer.unknown(
                    "cannot read " + path + ": it is a " + status.type().phrase());
              }
              return status.size() > limit
                  ? Answer.unknown(
                      "cannot read "
                          + path
                          + ": it has "
                          + status.size()
                          + " bytes, and at most "
                          + limit
                          + " are read")
                  : new Known<>(file, Evidence.none());
            });
  }

  private ByteArrayOutputStream take(TreeFile file) {
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    sinks(file).add(taken);
    return taken;
  }

  private List<OutputStream> sinks(TreeFile file) {
    return wanted.computeIfAbsent(
        file.content().orElseThrow().content(), content -> new ArrayList<>());
  }

  private void readContents() {
    if (wanted.isEmpty()) {
      return;
    }
    try (InputStream archive = open()) {
      reader.contents(name, archive, wanted.keySet(), this::serve);
    } catch (IOException e) {
      throw new InspectionException("cannot read " + name + ": " + e.getMessage(), e);
    }
  }

  private void serve(Content content, InputStream in) throws IOException {
    byte[] block = new byte[BLOCK];
    for (int n = in.read(block); n >= 0; n = in.read(block)) {
      for (OutputStream sink : wanted.getOrDefault(content, List.of())) {
        sink.write(block, 0, n);
      }
    }
  }

  private static MessageDigest hash(DigestRequest.Algorithm algorithm) {
    try {
      return MessageDigest.getInstance(algorithm.standardName());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm.standardName(), e);
    }
  }
}
