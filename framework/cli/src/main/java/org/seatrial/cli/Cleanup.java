package org.seatrial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Removes an unfinished file, also when the command is interrupted. */
final class Cleanup {

  private final Path unfinished;
  private final Thread hook;

  private Cleanup(Path unfinished) {
    this.unfinished = unfinished;
    this.hook = new Thread(this::removeLast, "remove " + unfinished);
  }

  static Cleanup of(Path unfinished) {
    Cleanup cleanup = new Cleanup(unfinished);
    Runtime.getRuntime().addShutdownHook(cleanup.hook);
    return cleanup;
  }

  /** Remove the file if it is still there, and forget it. */
  void run() throws IOException {
    Files.deleteIfExists(unfinished);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The command is being interrupted: the hook runs, and finds nothing.
      return;
    }
  }

  private void removeLast() {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      System.err.println("seatrial: " + unfinished + " can't be removed: " + Reason.of(e));
    }
  }
}
