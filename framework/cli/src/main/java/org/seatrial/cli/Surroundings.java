package org.seatrial.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/**
 * What surrounds a run of the command, so that tests can stand in for it.
 *
 * @param out standard output
 * @param err standard error
 * @param terminals which of the two are shown to a person
 * @param environment the variables
 * @param clock the time
 */
record Surroundings(
    OutputStream out,
    OutputStream err,
    Terminals terminals,
    Map<String, String> environment,
    Clock clock) {

  /** Which streams are shown to a person. */
  record Terminals(boolean out, boolean err) {}

  /** Tell whether the report may be coloured (no-color.org). */
  boolean coloursReport() {
    return terminals.out() && !isSet("NO_COLOR") && !isDumb();
  }

  /** Tell whether somebody watches who wants to see how far it is. */
  boolean showsProgress() {
    return terminals.err() && !isDumb() && !isContinuousIntegration();
  }

  /**
   * Write to standard output.
   *
   * @throws CommandException when nobody reads it any more, or it can't be written
   */
  void print(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw CommandException.usage("standard output can't be written: " + Reason.of(e), e);
    }
  }

  /** Tell the person who called the command, on standard error. */
  void say(String message) {
    complain("seatrial: " + message + "\n");
  }

  /** Show where in the source an error comes from, on standard error. */
  void trace(Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    complain(trace.toString());
  }

  private void complain(String text) {
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      // There is nobody left to tell; the exit code says it too.
      return;
    }
  }

  private boolean isDumb() {
    return "dumb".equals(environment.get("TERM"));
  }

  private boolean isContinuousIntegration() {
    return isSet("CI") && !"false".equals(environment.get("CI"));
  }

  private boolean isSet(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }
}
