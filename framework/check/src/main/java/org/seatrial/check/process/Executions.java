package org.seatrial.check.process;

import java.util.List;

/** Those that a subject stands for of which can be said how they are executed. */
public interface Executions {

  /** Return each of them; the object itself where it stands for itself alone. */
  List<? extends Execution> executions();
}
