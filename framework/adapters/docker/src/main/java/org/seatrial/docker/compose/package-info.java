/**
 * Deploys Compose scenarios by the user's own {@code docker compose}, and removes them whatever
 * happens. What {@code docker compose config} understood is changed as a tree and deployed as one
 * file.
 */
@NullMarked
package org.seatrial.docker.compose;

import org.jspecify.annotations.NullMarked;
