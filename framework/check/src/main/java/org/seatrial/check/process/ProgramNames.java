package org.seatrial.check.process;

import java.util.Set;
import java.util.stream.Stream;

/** By which names a process is known. */
final class ProgramNames {

  /** How many bytes the kernel keeps of a name. */
  private static final int KERNEL_LENGTH = 15;

  /** Programs that only start another one, hand signals on to it and reap what it leaves behind. */
  private static final Set<String> INITS =
      Set.of("tini", "tini-static", "dumb-init", "catatonit", "docker-init", "pause");

  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "ash", "zsh", "ksh", "mksh", "fish");

  /** Programs that are many, by the name under which they are started. */
  private static final Set<String> MULTIPLE = Set.of("busybox", "toybox");

  private ProgramNames() {}

  /**
   * Tell whether a process is called so: a name with a slash is the executable's path; another one
   * the kernel's name, or the base name of the executable or of the first argument.
   */
  static boolean match(RunningProcess process, String name) {
    if (name.indexOf('/') >= 0) {
      return process.executable().isPresent() && process.program().equals(name);
    }
    return process.name().equals(name)
        || (process.executable().isPresent() && base(process.program()).equals(name))
        || title(process).equals(name)
        || (nameless(process) && process.name().equals(cut(name)));
  }

  /** Tell whether nobody can say if a process is called so. */
  static boolean unknown(RunningProcess process, String name) {
    return name.indexOf('/') >= 0 && process.isAlive() && process.executable().isEmpty();
  }

  static boolean isInit(RunningProcess process) {
    return INITS.contains(
        process.executable().isPresent() ? base(process.program()) : process.name());
  }

  static boolean isShell(RunningProcess process) {
    if (process.executable().isEmpty()) {
      return SHELLS.contains(process.name());
    }
    String base = base(process.program());
    return SHELLS.contains(base)
        || (MULTIPLE.contains(base)
            && Stream.of(process.name(), title(process)).anyMatch(SHELLS::contains));
  }

  /** Return the base name of the first argument, the title that a program gave itself left out. */
  private static String title(RunningProcess process) {
    if (process.arguments().isEmpty()) {
      return "";
    }
    String first = process.arguments().get(0);
    int end = 0;
    while (end < first.length() && first.charAt(end) != ' ' && first.charAt(end) != ':') {
      end++;
    }
    return base(first.startsWith("/") ? first : first.substring(0, end));
  }

  /** Tell whether only the kernel's name is known, which may be cut. */
  private static boolean nameless(RunningProcess process) {
    return process.executable().isEmpty() && process.arguments().isEmpty();
  }

  private static String cut(String name) {
    return name.length() > KERNEL_LENGTH ? name.substring(0, KERNEL_LENGTH) : name;
  }

  private static String base(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
