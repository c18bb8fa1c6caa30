package org.seatrial.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.seatrial.check.InspectionException;
import org.seatrial.cli.Surroundings.Terminals;
import org.seatrial.image.CacheHome;

/**
 * The {@code seatrial} command: {@code seatrial check SUBJECT…}, {@code seatrial inspect SUBJECT}.
 * Ends with exit code 0 when all that must hold holds, 1 when something does not, 2 when the
 * arguments are wrong, 3 when something could not be looked at.
 */
public final class Seatrial {

  /** For those who work on seatrial. */
  static final String STACKTRACE = "--stacktrace";

  private static final Set<String> VERSION = Set.of("version", "--version", "-V");

  private final Surroundings surroundings;
  private final SubjectOpener opener;
  private final Path cacheFolder;

  Seatrial(Surroundings surroundings, SubjectOpener opener, Path cacheFolder) {
    this.surroundings = surroundings;
    this.opener = opener;
    this.cacheFolder = cacheFolder;
  }

  /** Run the command, and end the program with its exit code. */
  public static void main(String... args) {
    // Written to directly: the streams of System hide that nobody reads any more.
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    // The launcher knows of each stream whether it is a terminal; Java knows only of both at once.
    String shown = System.getProperty("seatrial.terminals", "");
    Terminals terminals = new Terminals(shown.contains("out"), shown.contains("err"));
    Surroundings surroundings =
        new Surroundings(out, err, terminals, System.getenv(), Clock.systemUTC());
    Path cache = CacheHome.find();
    Path home = Path.of(System.getProperty("user.home", "."));
    SubjectOpener opener =
        new SubjectOpeners(new ImageOpener(cache), new ContainerOpener(System.getenv(), home));
    Seatrial seatrial = new Seatrial(surroundings, opener, cache);
    AtomicBoolean finished = new AtomicBoolean();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupted(surroundings, finished)));
    int exitCode = seatrial.run(args);
    finished.set(true);
    System.exit(exitCode);
  }

  private static void interrupted(Surroundings surroundings, AtomicBoolean finished) {
    if (!finished.get()) {
      surroundings.say("interrupted; nothing was reported");
    }
  }

  /** Run the command and return its exit code; throws nothing. */
  @SuppressWarnings("checkstyle:illegalcatch") // The last one who can tell what went wrong.
  int run(String... args) {
    try {
      if (args.length == 1 && VERSION.contains(args[0])) {
        // What parses arguments takes longer to load than this takes to say.
        surroundings.print(Version.text());
        return ExitCode.PASSED;
      }
      return CommandTree.of(opener, cacheFolder).run(surroundings, args);
    } catch (CommandException e) {
      return ended(args, e, String.valueOf(e.getMessage()), e.exitCode());
    } catch (InspectionException e) {
      return ended(args, e, String.valueOf(e.getMessage()), ExitCode.COULD_NOT_LOOK);
    } catch (RuntimeException | Error e) {
      String message = "a mistake in seatrial or in a profile, please report it: " + e;
      return ended(args, e, message, ExitCode.COULD_NOT_LOOK);
    }
  }

  private int ended(String[] args, Throwable e, String message, int exitCode) {
    surroundings.say(message);
    if (Arrays.asList(args).contains(STACKTRACE)) {
      surroundings.trace(e);
    }
    return exitCode;
  }
}
