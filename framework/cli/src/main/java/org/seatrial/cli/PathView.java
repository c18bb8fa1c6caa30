package org.seatrial.cli;

import java.util.ArrayList;
import java.util.List;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Absent;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.Evidence;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.FileType;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.Selection;
import org.seatrial.check.file.StatRequest;
import org.seatrial.check.file.WalkRequest;
import org.seatrial.report.Listing;
import org.seatrial.report.Listing.Fact;
import org.seatrial.report.Listing.Section;
import org.seatrial.report.Listing.Table;
import org.seatrial.report.Listing.Value;

/** What is at a path of an image, where it comes from, and what is in it if it is a folder. */
final class PathView implements View {

  private final String path;
  private final StatRequest itself;
  private final StatRequest target;
  private final WalkRequest children;

  private PathView(String path) {
    this.path = path;
    this.itself = new StatRequest(path, Links.KEEP);
    this.target = new StatRequest(path, Links.FOLLOW);
    this.children = new WalkRequest(Glob.parse(below(path)), new Selection.Everything());
  }

  /**
   * Return the view of a path.
   *
   * @throws CommandException when it is not absolute
   */
  static PathView of(String path) {
    try {
      return new PathView(path);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("PATH " + path + ": " + e.getMessage(), e);
    }
  }

  /**
   * Return the glob of everything in a folder, whose own name may hold what globs give a meaning.
   */
  private static String below(String folder) {
    StringBuilder glob = new StringBuilder();
    for (int i = 0; i < folder.length(); i++) {
      char c = folder.charAt(i);
      glob.append("*?[]!\\".indexOf(c) < 0 ? "" : "\\").append(c);
    }
    return glob + (folder.endsWith("/") ? "*" : "/*");
  }

  @Override
  public List<Request<?>> requests() {
    return List.of(itself, target, children);
  }

  @Override
  public Listing listing(Facts facts) {
    List<Section> sections = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Answer<FileStatus> found = facts.get(itself);
    if (found instanceof Known<FileStatus> known) {
      sections.add(new Listing.Facts("file", file(known, facts.get(target))));
      folder(facts, sections, notes);
    } else if (found instanceof Absent<FileStatus> absent) {
      List<Fact> nothing = new ArrayList<>();
      nothing.add(new Fact("path", Value.of(path)));
      nothing.add(new Fact("type", Value.of("nothing is there")));
      nothing.addAll(details(absent.evidence()));
      sections.add(new Listing.Facts("file", nothing));
    } else if (found instanceof Unknown<FileStatus> unknown) {
      notes.add(unknown.why());
    }
    return new Listing(sections, notes);
  }

  @Override
  public int exitCode(Facts facts) {
    return facts.get(itself) instanceof Absent ? ExitCode.FAILED : ExitCode.PASSED;
  }

  private void folder(Facts facts, List<Section> sections, List<String> notes) {
    boolean folder =
        facts.get(target) instanceof Known<FileStatus> known
            && known.value().type() == FileType.DIRECTORY;
    if (!folder) {
      return;
    }
    Answer<List<Known<FileStatus>>> answer = facts.get(children);
    if (answer instanceof Unknown<List<Known<FileStatus>>> unknown) {
      notes.add("the folder could not be listed: " + unknown.why());
      return;
    }
    List<Known<FileStatus>> files =
        answer instanceof Known<List<Known<FileStatus>>> known ? known.value() : List.of();
    sections.add(
        new Table(
            "files",
            List.of("mode", "uid", "gid", "size", "layer", "type", "path", "target"),
            files.stream().map(PathView::row).toList()));
  }

  private static List<Value> row(Known<FileStatus> known) {
    FileStatus file = known.value();
    return List.of(
        Value.of(file.mode().toString()),
        Value.of(file.owner().uid()),
        Value.of(file.owner().gid()),
        Value.bytes(file.size()),
        Value.of(known.evidence().detail("layer").orElse("")),
        Value.of(file.type().phrase()),
        Value.of(file.path()),
        file.linkTarget().map(Value::of).orElse(Value.none()));
  }

  private static List<Fact> file(Known<FileStatus> known, Answer<FileStatus> followed) {
    FileStatus file = known.value();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("path", Value.of(file.path())));
    facts.add(new Fact("type", Value.of(file.type().phrase())));
    facts.add(new Fact("mode", Value.of(file.mode().toString())));
    facts.add(new Fact("uid", Value.of(file.owner().uid())));
    facts.add(new Fact("gid", Value.of(file.owner().gid())));
    facts.add(new Fact("size", Value.bytes(file.size())));
    facts.add(new Fact("modified", Value.of(file.modified().toString())));
    file.linkTarget().ifPresent(link -> facts.add(new Fact("target", Value.of(link))));
    if (file.type() == FileType.SYMLINK) {
      facts.add(new Fact("leads to", Value.of(leadsTo(followed))));
    }
    file.capabilities()
        .ifPresent(granted -> facts.add(new Fact("capabilities", Value.of(granted.toString()))));
    facts.addAll(details(known.evidence()));
    return facts;
  }

  private static String leadsTo(Answer<FileStatus> followed) {
    return followed.fold(
        known -> known.value().path(), absent -> "nothing", unknown -> unknown.why());
  }

  /** Return the evidence as facts: the layer, the instruction, what became of it before. */
  private static List<Fact> details(Evidence evidence) {
    return evidence.details().stream()
        .filter(detail -> !detail.key().equals("path"))
        .map(detail -> new Fact(detail.key(), Value.of(detail.value())))
        .toList();
  }
}
