package org.seatrial.docker.compose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.seatrial.deployment.ComposeScenario;
import org.seatrial.deployment.Deployment;
import org.seatrial.deployment.Scenario;
import org.seatrial.deployment.Service;
import org.seatrial.deployment.Variation;

/** A project of docker compose that runs. */
final class ComposeDeployment implements Deployment {

  private final String name;
  private final ComposeScenario scenario;
  private final Variation variation;
  private Project project;
  private boolean closed;

  ComposeDeployment(String name, ComposeScenario scenario, Variation variation, Project project) {
    this.name = name;
    this.scenario = scenario;
    this.variation = variation;
    this.project = project;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Scenario scenario() {
    return scenario;
  }

  @Override
  public Variation variation() {
    return variation;
  }

  @Override
  public List<Service> services() {
    return current().expected().stream()
        .<Service>map(expected -> new ComposeService(expected.service(), this))
        .toList();
  }

  synchronized Project current() {
    if (closed) {
      throw new IllegalStateException(name + " is closed: nothing runs of it any more");
    }
    return project;
  }

  synchronized void scale(String service, int replicas) {
    project = current().expecting(service, replicas);
    project.scale(service, replicas);
    project.awaitReady();
  }

  @Override
  public synchronized void restart() {
    current().down();
    current().up();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    project.remove();
    Path folder = project.command().folder();
    if (Files.exists(folder)) {
      Folders.remove(folder);
    }
  }
}
