package org.seatrial.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.seatrial.deployment.ComposeScenario;
import org.seatrial.deployment.Deployment;
import org.seatrial.deployment.Platform;
import org.seatrial.deployment.Variation;
import org.seatrial.docker.compose.ComposePlatform;

/**
 * Deploys a scenario and removes it when it is ready, once for each line on standard input.
 * Arguments: how many of it side by side, and the Compose file.
 */
public final class DeployScenarios {

  private DeployScenarios() {}

  /** Run. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    int count = Integer.parseInt(arguments[0]);
    ComposeScenario scenario = ComposeScenario.of(Path.of(arguments[1]));
    Platform platform = ComposePlatform.standard();
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<Callable<Integer>> all = Collections.nCopies(count, () -> deploy(platform, scenario));
      Rounds.each(() -> sum(threads.invokeAll(all)));
    } finally {
      threads.shutdownNow();
    }
  }

  /** Return how many services were ready. */
  private static int deploy(Platform platform, ComposeScenario scenario) {
    try (Deployment deployment = platform.deploy(scenario, Variation.asDeclared())) {
      return deployment.services().size();
    }
  }

  private static long sum(List<Future<Integer>> deployed)
      throws InterruptedException, ExecutionException {
    long services = 0;
    for (Future<Integer> each : deployed) {
      services += each.get();
    }
    return services;
  }
}
