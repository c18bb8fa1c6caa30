package org.seatrial.check.madeup;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Place;
import org.seatrial.check.Request;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.FileStatus;

/**
 * A place with the files and the answers that a test gives it, and with nothing else: {@code
 * MadeUpPlace.empty().with("/etc/passwd", "root:x:0:0::/root:/bin/sh\n")}. It answers about files
 * as an image does: links are followed inside it, and folders above a file are there. What nobody
 * made up is unknown. Immutable; nothing it answers has evidence unless the test gives it.
 */
public final class MadeUpPlace implements Place {

  private static final MadeUpPlace EMPTY =
      new MadeUpPlace("made-up place", MadeUpFiles.NONE, Map.of(), Optional.empty());

  private final String name;
  private final MadeUpFiles files;
  private final Map<Request<?>, Answer<?>> answers;
  private final Optional<String> unreadable;

  private MadeUpPlace(
      String name,
      MadeUpFiles files,
      Map<Request<?>, Answer<?>> answers,
      Optional<String> unreadable) {
    this.name = name;
    this.files = files;
    this.answers = Map.copyOf(answers);
    this.unreadable = unreadable;
  }

  /** Return a place in which there is only {@code /}. */
  public static MadeUpPlace empty() {
    return EMPTY;
  }

  /** Return a copy with this name. */
  public MadeUpPlace named(String other) {
    return new MadeUpPlace(requireNonNull(other), files, answers, unreadable);
  }

  /** Return a copy with a regular file of this content, root's, with mode 0644. */
  public MadeUpPlace with(String path, String content) {
    return with(FileStatus.regular(path), content);
  }

  /**
   * Return a copy with this file. It replaces what was at the path. A regular file has no content
   * that can be read, unless its size is 0.
   */
  public MadeUpPlace with(FileStatus file) {
    return file.size() == 0
        ? with(file, new byte[0])
        : new MadeUpPlace(name, files.with(file, Optional.empty()), answers, unreadable);
  }

  /** Return a copy with this file, of the size of this content in UTF-8. */
  public MadeUpPlace with(FileStatus file, String content) {
    return with(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Return a copy with this file, of the size of this content. */
  public MadeUpPlace with(FileStatus file, byte[] content) {
    MadeUpFiles more =
        files.with(file.withSize(content.length), Optional.of(FileContent.of(content)));
    return new MadeUpPlace(name, more, answers, unreadable);
  }

  /** Return a copy that answers this request so, whatever files there are. */
  public <A> MadeUpPlace answering(Request<A> request, Answer<A> answer) {
    Map<Request<?>, Answer<?>> more = new HashMap<>(answers);
    more.put(request, answer);
    return new MadeUpPlace(name, files, more, unreadable);
  }

  /** Return a copy that can't be looked at, for this reason: {@link #fetch} throws. */
  public MadeUpPlace unreadable(String why) {
    return new MadeUpPlace(name, files, answers, Optional.of(why));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
    unreadable.ifPresent(
        why -> {
          throw new InspectionException(why);
        });
    Map<Request<?>, Answer<?>> fetched = new HashMap<>();
    for (Request<?> request : requests) {
      Answer<?> given = answers.get(request);
      fetched.put(request, given == null ? files.answer(request) : given);
    }
    return fetched;
  }
}
