package org.seatrial.image.packages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Evidence;
import org.seatrial.check.Place;
import org.seatrial.check.Request;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.ReadAllRequest;
import org.seatrial.check.file.ReadAllRequest.FileText;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.check.file.StatRequest;

/** A place with these files and no others. */
final class MadeUpPlace implements Place {

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, String> unreadable = new HashMap<>();

  static MadeUpPlace empty() {
    return new MadeUpPlace();
  }

  MadeUpPlace with(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  MadeUpPlace with(String path, String content) {
    return with(path, content.getBytes(StandardCharsets.UTF_8));
  }

  MadeUpPlace withUnreadable(String path, String why) {
    unreadable.put(path, why);
    return this;
  }

  @Override
  public String name() {
    return "image shop";
  }

  @Override
  public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
    Map<Request<?>, Answer<?>> answers = new HashMap<>();
    requests.forEach(request -> answers.put(request, answer(request)));
    return answers;
  }

  private Answer<?> answer(Request<?> request) {
    if (request instanceof ReadRequest read) {
      return one(read.path(), FileContent.of(files.getOrDefault(read.path(), new byte[0])));
    }
    if (request instanceof StatRequest stat) {
      int size = files.getOrDefault(stat.path(), new byte[0]).length;
      return one(stat.path(), FileStatus.regular(stat.path()).withSize(size));
    }
    if (request instanceof ReadAllRequest all) {
      List<Known<FileText>> found = new ArrayList<>();
      files.forEach(
          (path, content) -> {
            if (all.glob().matches(path)) {
              found.add(new Known<>(new FileText(path, FileContent.of(content)), evidence(path)));
            }
          });
      return found.isEmpty() ? Answer.absent() : Answer.known(List.copyOf(found));
    }
    return Answer.unknown("nobody made up " + request);
  }

  private <A> Answer<A> one(String path, A value) {
    String why = unreadable.get(path);
    if (why != null) {
      return Answer.unknown(why);
    }
    return files.containsKey(path)
        ? new Known<>(value, evidence(path))
        : new Answer.Absent<>(Evidence.of("path", path));
  }

  private static Evidence evidence(String path) {
    return Evidence.of("path", path).with("layer", "2 of 3");
  }
}
