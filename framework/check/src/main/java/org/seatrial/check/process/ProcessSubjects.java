package org.seatrial.check.process;

import org.seatrial.check.Printable;
import org.seatrial.check.Subject;
import org.seatrial.check.process.ProcessSelection.Kind;

/**
 * The subjects that are processes: the beginnings of sentences about them. To be imported
 * statically.
 */
public final class ProcessSubjects {

  private ProcessSubjects() {}

  /**
   * Look at all processes that are called so: {@code process("nginx").should(run(),
   * runAsUser(1001))}. A process is known by the kernel's name of it, and by the base names of its
   * executable and of its first argument; a path means the executable itself. Absent when there is
   * none.
   *
   * @throws IllegalArgumentException when the name is empty
   */
  public static Subject<Processes> process(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "name of a process must not be empty, but was " + Printable.quoted(name));
    }
    return new ProcessSubject("process", name, new ProcessSelection(Kind.NAMED, name));
  }

  /** Look at all processes. Absent when there is none. */
  public static Subject<Processes> processes() {
    return new ProcessSubject("processes", "", new ProcessSelection(Kind.ALL, ""));
  }

  /**
   * Look at the process of the application: the first that is no init, such as {@code tini} or
   * {@code dumb-init}. Absent when there is none.
   */
  public static Subject<Processes> applicationProcess() {
    return new ProcessSubject(
        "application process", "", new ProcessSelection(Kind.APPLICATION, ""));
  }
}
