package org.seatrial.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;

/** Work that is done once for each line on standard input, so that peers take turns with a JVM. */
final class Rounds {

  /** A piece of work; what it returns is printed beside the time it took. */
  interface Work {
    long once() throws InterruptedException, ExecutionException;
  }

  private Rounds() {}

  /** Do it until the input ends. After each time a line of JSON is printed. */
  static void each(Work work) throws IOException, InterruptedException, ExecutionException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (in.readLine() != null) {
      long started = System.nanoTime();
      long count = work.once();
      long nanos = System.nanoTime() - started;
      System.out.println("{\"nanos\":" + nanos + ",\"count\":" + count + "}");
    }
  }
}
