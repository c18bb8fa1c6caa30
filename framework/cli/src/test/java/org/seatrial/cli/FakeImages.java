package org.seatrial.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Place;
import org.seatrial.check.Request;

/** Opens made-up places: each subject has the answers that it was given. */
final class FakeImages implements SubjectOpener {

  private final Map<String, Map<Request<?>, Answer<?>>> images = new HashMap<>();
  private final List<String> opened = new ArrayList<>();
  private final List<String> platforms = new ArrayList<>();

  FakeImages with(String subject, Map<Request<?>, Answer<?>> answers) {
    images.put(subject, answers);
    return this;
  }

  List<String> platforms() {
    return platforms;
  }

  List<String> opened() {
    return opened;
  }

  @Override
  public Place open(String subject, Optional<String> platform, Progress progress) {
    if (subject.startsWith("malformed")) {
      throw CommandException.usage("\"" + subject + "\" names no image");
    }
    Map<Request<?>, Answer<?>> answers = images.get(subject);
    if (answers == null) {
      throw new InspectionException("there is no image " + subject);
    }
    opened.add(subject);
    platform.ifPresent(platforms::add);
    return new FakeImage("image " + subject, answers, progress);
  }

  private record FakeImage(String name, Map<Request<?>, Answer<?>> answers, Progress progress)
      implements Place {

    @Override
    public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
      progress.at("reading layer 1 of 1");
      Map<Request<?>, Answer<?>> given = new HashMap<>();
      requests.forEach(
          request -> given.put(request, answers.getOrDefault(request, Answer.absent())));
      return given;
    }
  }
}
