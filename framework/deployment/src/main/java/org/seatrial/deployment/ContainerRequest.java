package org.seatrial.deployment;

import org.seatrial.check.Request;

/** Asks what the platform says of the container. Answered by containers only; never absent. */
public record ContainerRequest() implements Request<ContainerStatus> {}
