package org.seatrial.image;

import org.seatrial.image.oci.HistoryEntry;

/** The Dockerfile instruction behind a step of an image's history, as its author wrote it. */
final class Instruction {

  private static final String SHELL = "/bin/sh -c ";
  private static final String NO_LAYER = "#(nop)";
  private static final String BUILDKIT = " # buildkit";

  private Instruction() {}

  /** Return the instruction: {@code RUN apt-get install …}; empty when the step tells none. */
  static String of(HistoryEntry step) {
    String text = step.createdBy().strip();
    if (text.endsWith(BUILDKIT)) {
      text = text.substring(0, text.length() - BUILDKIT.length());
    }
    if (text.startsWith("RUN " + SHELL)) {
      return "RUN " + text.substring(("RUN " + SHELL).length()).strip();
    }
    if (text.startsWith(SHELL + NO_LAYER)) {
      return text.substring((SHELL + NO_LAYER).length()).strip();
    }
    return text.startsWith(SHELL) ? "RUN " + text.substring(SHELL.length()).strip() : text;
  }
}
