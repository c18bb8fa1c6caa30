package org.seatrial.architecture.wrong.deployment;

import org.awaitility.core.ConditionFactory;

/** Wrong: how it waits is its own affair. */
public interface ShowsItsWaiting {
  ConditionFactory waiting();
}
