package org.seatrial.junit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.seatrial.deployment.Deployment;
import org.seatrial.deployment.Platform;
import org.seatrial.deployment.Service;
import org.seatrial.docker.compose.ComposePlatform;

/** What runs in the pass of a class that a context belongs to. */
final class Deployed {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(Deployed.class);

  private Deployed() {}

  /** Return the engine, the same for the whole run. */
  static Platform platform(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            ComposePlatform.class, key -> ComposePlatform.standard(), ComposePlatform.class);
  }

  /** Keep a deployment until the pass is over; it is closed then. */
  static void put(ExtensionContext context, Deployment deployment) {
    context.getStore(NAMESPACE).put(Deployment.class, deployment);
  }

  /** Return the deployment; nothing for a class that names no scenario. */
  static Optional<Deployment> find(ExtensionContext context) {
    return Optional.ofNullable(context.getStore(NAMESPACE).get(Deployment.class, Deployment.class));
  }

  static Deployment of(ExtensionContext context) {
    return find(context).orElseThrow(() -> new IllegalStateException("nothing is deployed"));
  }

  /**
   * Return the service of this name, or the only one where the name is empty.
   *
   * @throws IllegalArgumentException when there is no such service, or no name and several
   */
  static Service service(Deployment deployment, String name) {
    List<Service> services = deployment.services();
    if (!name.isEmpty() || services.size() == 1) {
      return name.isEmpty() ? services.get(0) : deployment.service(name);
    }
    throw new IllegalArgumentException(
        deployment.name()
            + " has several services: say which one is meant, "
            + services.stream().map(Service::name).collect(Collectors.joining(", ")));
  }
}
