package org.seatrial.deployment;

/** Where scenarios are deployed: a Docker engine, a Kubernetes cluster. */
public interface Platform {

  /** Return what reports call it. */
  String name();

  /**
   * Deploy a scenario and wait until it is ready. What could not be deployed is removed again.
   *
   * @throws DeploymentException when it does not become ready; the message says why
   * @throws org.seatrial.check.InspectionException when the platform can't be used
   */
  Deployment deploy(Scenario scenario, Variation variation);
}
