package org.seatrial.docker.compose;

import org.seatrial.deployment.ContainerStatus;

/**
 * A container of a project at one moment.
 *
 * @param id the engine's id of it
 * @param service the service that it belongs to
 * @param status what the engine says of it
 */
record Seen(String id, String service, ContainerStatus status) {}
