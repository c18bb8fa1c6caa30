package org.seatrial.check.process;

import java.util.List;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.Evidence;
import org.seatrial.check.Facts;
import org.seatrial.check.Judgement;
import org.seatrial.check.Request;

/**
 * How something is executed: a process as the kernel says, or what an image's configuration says of
 * the process that will be. The words of {@link ExecutionConditions} fit both.
 */
public interface Execution extends Executions {

  @Override
  default List<? extends Execution> executions() {
    return List.of(this);
  }

  /** Return the facts that are needed to say whether it runs as root. */
  default Set<Request<?>> userRequests() {
    return Set.of();
  }

  /**
   * Judge that it runs as another user than root. Pure.
   *
   * @param evidence where this was seen
   * @param facts holds an answer for each of the {@link #userRequests()}
   */
  Judgement judgeNonRoot(Evidence evidence, Facts facts);

  /**
   * Return the value of an environment variable. Absent: it is not set. Unknown: its environment
   * could not be read.
   */
  Answer<String> variable(String name);
}
