package org.seatrial.check.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Absent;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.DerivedRequest;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;
import org.seatrial.check.Subject;

/**
 * All files that a glob and selections select. Nothing selected is absent, unless that is allowed.
 */
public final class FilesSubject extends Subject<List<Known<FileStatus>>> {

  private final Glob glob;
  private final List<Selection> selections;
  private final boolean nothingAllowed;

  private FilesSubject(Glob glob, List<Selection> selections, boolean nothingAllowed) {
    super("files", glob.toString());
    this.glob = glob;
    this.selections = List.copyOf(selections);
    this.nothingAllowed = nothingAllowed;
  }

  static FilesSubject of(Glob glob) {
    return new FilesSubject(glob, List.of(), false);
  }

  /** Return the subject without the files that this does not select; several add up. */
  public FilesSubject that(Selection selection) {
    List<Selection> all = new ArrayList<>(selections);
    all.add(selection);
    return new FilesSubject(glob, all, nothingAllowed);
  }

  /** Return the subject for which nothing selected is an empty list: {@code each(…)} then holds. */
  public FilesSubject allowNothing() {
    return new FilesSubject(glob, selections, true);
  }

  @Override
  public String phrase() {
    return super.phrase() + (selections.isEmpty() ? "" : " that are " + selection().phrase());
  }

  @Override
  protected Request<List<Known<FileStatus>>> request() {
    WalkRequest walk = new WalkRequest(glob, selection());
    return nothingAllowed ? new PossiblyNone(walk) : walk;
  }

  private Selection selection() {
    return switch (selections.size()) {
      case 0 -> new Selection.Everything();
      case 1 -> selections.get(0);
      default -> new Selection.All(selections);
    };
  }

  /** The same walk, with an empty list for nothing selected. */
  private record PossiblyNone(WalkRequest walk) implements DerivedRequest<List<Known<FileStatus>>> {

    @Override
    public Set<Request<?>> sources() {
      return Set.of(walk);
    }

    @Override
    public Answer<List<Known<FileStatus>>> derive(Facts facts) {
      Answer<List<Known<FileStatus>>> answer = facts.get(walk);
      return answer instanceof Absent<List<Known<FileStatus>>> absent
          ? new Known<>(List.of(), absent.evidence())
          : answer;
    }
  }
}
