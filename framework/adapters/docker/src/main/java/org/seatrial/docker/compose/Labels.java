package org.seatrial.docker.compose;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What everything carries that a run makes in an engine, so that it can be told from what is
 * somebody else's, and from what is still in use.
 *
 * @param run the id of the run, unique
 * @param host the name of the machine that runs it
 * @param pid its process there
 * @param started when that process was started, in milliseconds since 1970: a process id alone
 *     could be another's by now
 */
record Labels(String run, String host, long pid, long started) {

  static final String RUN = "org.seatrial.run";
  static final String HOST = "org.seatrial.host";
  static final String PID = "org.seatrial.pid";
  static final String STARTED = "org.seatrial.started";

  /** Return the labels by name. */
  Map<String, String> asMap() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(RUN, run);
    labels.put(HOST, host);
    labels.put(PID, Long.toString(pid));
    labels.put(STARTED, Long.toString(started));
    return labels;
  }
}
