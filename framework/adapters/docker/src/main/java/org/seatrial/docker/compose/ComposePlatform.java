package org.seatrial.docker.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seatrial.check.InspectionException;
import org.seatrial.deployment.ComposeScenario;
import org.seatrial.deployment.Deployment;
import org.seatrial.deployment.DeploymentException;
import org.seatrial.deployment.Platform;
import org.seatrial.deployment.Scenario;
import org.seatrial.deployment.Variation;
import org.seatrial.docker.Engine;
import org.seatrial.docker.EngineAddress;
import org.seatrial.docker.compose.ComposeCommand.Started;

/**
 * Deploys Compose scenarios on a Docker engine by the user's own {@code docker compose}. Each
 * deployment is a project of its own on free ports, so that any number runs side by side. Whatever
 * ends this process, what it made is removed. Safe for use by several threads.
 *
 * <pre>{@code
 * try (Deployment shop = ComposePlatform.standard()
 *     .deploy(ComposeScenario.of(Path.of("compose.yaml")), Variation.asDeclared())) {
 *   Inspection.of(shop.service("web").place()).verify(checks);
 * }
 * }</pre>
 */
public final class ComposePlatform implements Platform {

  private static final Duration CONFIG = Duration.ofSeconds(60);

  private final Engine engine;
  private final Map<String, String> environment;
  private @Nullable Run run;

  private ComposePlatform(Engine engine, Map<String, String> environment) {
    this.engine = engine;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Return the engine that the user's own {@code docker} would ask.
   *
   * @throws org.seatrial.check.UnavailableException when none answers
   */
  public static ComposePlatform standard() {
    return of(System.getenv(), Path.of(System.getProperty("user.home", ".")));
  }

  /**
   * Return the engine that {@code docker} would ask with these variables.
   *
   * @param environment what docker and Compose see, such as {@code DOCKER_HOST}
   * @param home the user's home folder
   * @throws org.seatrial.check.UnavailableException when none answers
   */
  public static ComposePlatform of(Map<String, String> environment, Path home) {
    return new ComposePlatform(Engine.connect(EngineAddress.find(environment, home)), environment);
  }

  @Override
  public String name() {
    return "Docker engine at " + engine.address();
  }

  @Override
  public Deployment deploy(Scenario scenario, Variation variation) {
    if (!(scenario instanceof ComposeScenario compose)) {
      throw new IllegalArgumentException("a Docker engine must be given a Compose scenario");
    }
    requireFiles(compose);
    Run current = run();
    String project = current.nextProject(compose.name());
    Path folder = current.folder(project);
    ComposeCommand command = new ComposeCommand(project, folder, variables(compose));
    ComposeModel model;
    try {
      model = model(compose, command);
    } catch (InspectionException | IllegalArgumentException e) {
      Folders.remove(folder);
      throw e;
    }
    return deploy(compose, variation, command, model);
  }

  private Deployment deploy(
      ComposeScenario scenario, Variation variation, ComposeCommand command, ComposeModel model) {
    model.withoutFixedNames(command.project());
    model.withLabels(run().labels().asMap());
    for (String service : model.services()) {
      model.withPorts(service, ports(scenario, service, model.services().size() == 1));
      Varied.apply(variation, model.service(service));
    }
    String name =
        "compose scenario "
            + scenario.name()
            + (variation instanceof Variation.AsDeclared ? "" : ", " + variation.name());
    ProjectContainers containers = new ProjectContainers(engine, command.project());
    Project project = new Project(name, command, containers, expected(model), scenario.patience());
    Project.write(model, command.folder());
    ComposeDeployment deployment = new ComposeDeployment(name, scenario, variation, project);
    try {
      prepare(project, model, scenario, variation);
      project.up();
      if (variation instanceof Variation.Restarted) {
        deployment.restart();
      }
      return deployment;
    } catch (InspectionException e) {
      closeAfter(e, deployment);
      throw e;
    }
  }

  private void prepare(
      Project project, ComposeModel model, ComposeScenario scenario, Variation variation) {
    if (scenario.build() && !model.builtServices().isEmpty()) {
      project.build();
    }
    if (variation instanceof Variation.EntrypointMounted) {
      new EntrypointMounts(project.command().folder()).apply(model);
      Project.write(model, project.command().folder());
    }
  }

  /** Remove what was made; that it could not be removed does not hide why it is removed. */
  private static void closeAfter(InspectionException reason, Deployment deployment) {
    try {
      deployment.close();
    } catch (InspectionException e) {
      reason.addSuppressed(e);
    }
  }

  private static List<Expected> expected(ComposeModel model) {
    List<Expected> expected = new ArrayList<>();
    for (String service : model.services()) {
      expected.add(
          new Expected(
              service,
              model.image(service),
              model.replicas(service),
              model.isOneShot(service),
              model.restarts(service)));
    }
    return expected;
  }

  private static Set<Integer> ports(ComposeScenario scenario, String service, boolean only) {
    return scenario.ports().stream()
        .filter(port -> port.service().equals(service) || (only && port.service().isEmpty()))
        .map(ComposeScenario.Port::number)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private ComposeModel model(ComposeScenario scenario, ComposeCommand command) {
    List<String> arguments = new ArrayList<>();
    scenario.files().forEach(file -> arguments.addAll(List.of("--file", file.toString())));
    scenario.profiles().forEach(profile -> arguments.addAll(List.of("--profile", profile)));
    arguments.addAll(List.of("config", "--format", "json"));
    Started config = command.run(CONFIG, arguments);
    String files = scenario.files().stream().map(Path::toString).collect(Collectors.joining(", "));
    if (config.hasFailed()) {
      throw new DeploymentException(
          "compose scenario "
              + scenario.name()
              + " can't be read: docker compose says of "
              + files
              + ":\n  "
              + config.complaint());
    }
    try {
      ComposeModel model = ComposeModel.read(config.output());
      requireServices(scenario, model);
      return model;
    } catch (IOException e) {
      throw new InspectionException(
          "docker compose printed no model of " + files + ": " + e.getMessage(), e);
    }
  }

  private static void requireServices(ComposeScenario scenario, ComposeModel model) {
    Optional<String> unknown =
        scenario.ports().stream()
            .map(ComposeScenario.Port::service)
            .filter(service -> !service.isEmpty() && !model.services().contains(service))
            .findFirst();
    if (model.services().isEmpty()) {
      throw new DeploymentException(
          "compose scenario "
              + scenario.name()
              + " has no service to deploy; enable a profile if its services have one");
    }
    if (unknown.isPresent()) {
      throw new IllegalArgumentException(
          "compose scenario "
              + scenario.name()
              + " has no service "
              + unknown.get()
              + "; there are: "
              + String.join(", ", model.services()));
    }
  }

  private static void requireFiles(ComposeScenario scenario) {
    for (Path file : scenario.files()) {
      if (!Files.isRegularFile(file)) {
        throw new DeploymentException(
            "compose scenario "
                + scenario.name()
                + " needs "
                + file
                + ", which is not there, seen from "
                + Path.of("").toAbsolutePath());
      }
    }
  }

  private Map<String, String> variables(ComposeScenario scenario) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.putAll(scenario.environment());
    return variables;
  }

  /** Return the id that everything made here is labelled with. */
  String runId() {
    return run().labels().run();
  }

  private synchronized Run run() {
    if (run == null) {
      run = Run.begin(environment);
    }
    return run;
  }
}
