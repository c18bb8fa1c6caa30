package org.seatrial.architecture.wrong.deployment;

import org.seatrial.architecture.wrong.docker.Engine;

/** Wrong: what Compose and Kubernetes share knows neither. */
public final class AsksAnEngine {
  @Override
  public String toString() {
    return Engine.class.getName();
  }
}
