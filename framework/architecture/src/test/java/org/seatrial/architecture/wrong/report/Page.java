package org.seatrial.architecture.wrong.report;

import org.seatrial.architecture.wrong.docker.Engine;

/** Wrong: a report does not ask an engine. */
public final class Page {
  @Override
  public String toString() {
    return Engine.class.getName();
  }
}
