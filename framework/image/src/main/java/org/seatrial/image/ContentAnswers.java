package org.seatrial.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
import java.util.TreeMap;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Request;
import org.seatrial.check.file.DigestRequest;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.FileType;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.ReadAllRequest;
import org.seatrial.check.file.ReadAllRequest.FileText;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.check.file.Selections;
import org.seatrial.image.layer.LayerReader;
import org.seatrial.image.layer.TreeFile;
import org.seatrial.image.layer.TreeFile.Source;
import org.seatrial.image.source.LayerBytes;
import org.seatrial.image.tar.Content;
import org.seatrial.image.tar.ContentConsumer;
import org.seatrial.image.tar.Limits;

/**
 * Answers what only the contents of files tell: collects where all of them are, passes over each
 * layer once, and makes the answers of what it saw.
 */
final class ContentAnswers {

  private final LoadedImage image;
  private final Limits limits;
  private final LayerReader reader;
  private final TreeAnswers tree;
  private final SmallFiles memory;

  private static final int BLOCK = 1 << 16;

  /**
   * What is to be done with each content, by layer and place; several requests may want the same.
   */
  private final Map<Integer, Map<Content, List<OutputStream>>> wanted = new TreeMap<>();

  ContentAnswers(LoadedImage image, Limits limits, TreeAnswers tree, SmallFiles memory) {
    this.image = image;
    this.limits = limits;
    this.reader = new LayerReader(limits);
    this.tree = tree;
    this.memory = memory;
  }

  /** Answer the requests of the kinds that this knows; others are left out. */
  Map<Request<?>, Answer<?>> answer(Set<Request<?>> requests) {
    Map<Request<?>, Pending> pending = new LinkedHashMap<>();
    for (Request<?> request : requests) {
      if (request instanceof ReadRequest read) {
        pending.put(read, read(read));
      } else if (request instanceof DigestRequest digest) {
        pending.put(digest, digest(digest));
      } else if (request instanceof ReadAllRequest all) {
        pending.put(all, readAll(all));
      }
    }
    pass();
    Map<Request<?>, Answer<?>> answers = new HashMap<>();
    pending.forEach((request, answer) -> answers.put(request, answer.get()));
    return answers;
  }

  /** An answer that is complete once the layers were passed. */
  private interface Pending {
    Answer<?> get();
  }

  private Pending read(ReadRequest request) {
    return content(
        request.path(),
        (file, sinks) -> {
          if (file.status().size() > request.limit()) {
            return tooLarge(request.path(), file.status().size(), request.limit());
          }
          ByteArrayOutputStream taken = new ByteArrayOutputStream();
          sinks.add(taken);
          return () -> Answer.known(FileContent.of(taken.toByteArray()));
        });
  }

  private Pending digest(DigestRequest request) {
    return content(
        request.path(),
        (file, sinks) -> {
          if (file.status().size() > limits.archiveBytes()) {
            return tooLarge(request.path(), file.status().size(), limits.archiveBytes());
          }
          MessageDigest hash = hash(request.algorithm());
          sinks.add(new DigestOutputStream(OutputStream.nullOutputStream(), hash));
          return () -> Answer.known(HexFormat.of().formatHex(hash.digest()));
        });
  }

  private Pending readAll(ReadAllRequest request) {
    Answer<List<TreeFile>> files = tree.walk(request.glob(), Selections.regularFiles());
    if (!(files instanceof Known<List<TreeFile>> known)) {
      return () -> files;
    }
    long bytes = sum(known.value());
    if (bytes > ReadRequest.LIMIT) {
      return tooLarge("all of " + request.glob() + " together", bytes, ReadRequest.LIMIT);
    }
    List<Pending> texts = known.value().stream().map(this::text).toList();
    return () -> new Known<>(texts.stream().map(Pending::get).toList(), known.evidence());
  }

  /** Add up the sizes; those of sparse files can be as large as anybody writes. */
  private static long sum(List<TreeFile> files) {
    long bytes = 0;
    for (TreeFile file : files) {
      bytes += Math.min(file.status().size(), Long.MAX_VALUE - bytes);
    }
    return bytes;
  }

  private Pending text(TreeFile file) {
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    sinks(file).add(taken);
    String path = file.status().path();
    return () ->
        new Known<>(
            new FileText(path, FileContent.of(taken.toByteArray())),
            image.whereabouts().of(file, path));
  }

  private static Pending tooLarge(String what, long bytes, long limit) {
    return () ->
        Answer.unknown(
            "cannot read "
                + what
                + ": it has "
                + bytes
                + " bytes, and at most "
                + limit
                + " are read");
  }

  /** Makes the pending answer for a regular file, and adds what is to be done with its content. */
  private interface Plan {
    Pending of(TreeFile file, List<OutputStream> sinks);
  }

  private Pending content(String path, Plan plan) {
    Answer<TreeFile> found = tree.found(image.tree().find(path, Links.FOLLOW), path);
    if (!(found instanceof Known<TreeFile> known)) {
      return () -> found;
    }
    if (known.value().status().type() != FileType.REGULAR) {
      String type = known.value().status().type().phrase();
      return () -> Answer.unknown("cannot read " + path + ": it is a " + type);
    }
    Pending pending = plan.of(known.value(), sinks(known.value()));
    return () -> found.then(file -> erased(pending.get()));
  }

  @SuppressWarnings("unchecked") // Only handed on, as one of several possible types.
  private static Answer<Object> erased(Answer<?> answer) {
    return (Answer<Object>) answer;
  }

  private List<OutputStream> sinks(TreeFile file) {
    Source source = file.content().orElseThrow();
    return wanted
        .computeIfAbsent(image.firstOfBlob(source.layer()), layer -> new LinkedHashMap<>())
        .computeIfAbsent(source.content(), content -> new ArrayList<>());
  }

  private void pass() {
    wanted.forEach(this::recall);
    wanted.values().forEach(contents -> contents.values().removeIf(List::isEmpty));
    wanted.values().removeIf(Map::isEmpty);
    if (!wanted.isEmpty()) {
      image
          .content()
          .read(wanted.keySet(), (layer, bytes) -> pass(layer.number(), layer.name(), bytes));
    }
  }

  /** Serve what was read before, of a layer that would have to be passed over to get it again. */
  private void recall(int layer, Map<Content, List<OutputStream>> contents) {
    if (!isRemembered(layer)) {
      return;
    }
    for (Map.Entry<Content, List<OutputStream>> entry : contents.entrySet()) {
      Optional<byte[]> bytes = memory.recall(name(layer, entry.getKey()));
      if (bytes.isPresent()) {
        try {
          serve(entry.getValue(), new ByteArrayInputStream(bytes.get()));
        } catch (IOException e) {
          throw new UncheckedIOException("writing to memory can't fail", e);
        }
        entry.setValue(List.of());
      }
    }
  }

  /** Tell whether contents are remembered: not where reading them again costs next to nothing. */
  private boolean isRemembered(int layer) {
    boolean cheap = image.content().isSeekable() && image.isPlain(layer);
    return !cheap && image.content().stamp(layer).isPresent();
  }

  private String name(int layer, Content content) {
    String diffId = image.content().layers().get(layer).diffId().toString();
    return "content " + diffId + " " + content.offset() + " " + content.size();
  }

  private void pass(int layer, String name, LayerBytes bytes) {
    Map<Content, List<OutputStream>> sinks = wanted.getOrDefault(layer, Map.of());
    ContentConsumer consumer =
        (content, in) -> take(layer, content, sinks.getOrDefault(content, List.of()), in);
    if (bytes.region().isPresent() && image.isPlain(layer)) {
      reader.contents(bytes.region().get(), sinks.keySet(), consumer);
    } else {
      reader.contents(name, bytes.stream(), sinks.keySet(), consumer);
    }
  }

  private void take(int layer, Content content, List<OutputStream> sinks, InputStream in)
      throws IOException {
    if (!isRemembered(layer) || content.size() > SmallFiles.LARGEST) {
      serve(sinks, in);
      return;
    }
    List<OutputStream> all = new ArrayList<>(sinks);
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    all.add(copy);
    serve(all, in);
    memory.remember(name(layer, content), copy.toByteArray());
  }

  /** Hand one content to all who want it, block by block, so that its size does not matter. */
  private static void serve(List<OutputStream> sinks, InputStream in) throws IOException {
    byte[] block = new byte[BLOCK];
    for (int n = in.read(block); n >= 0; n = in.read(block)) {
      for (OutputStream sink : sinks) {
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
