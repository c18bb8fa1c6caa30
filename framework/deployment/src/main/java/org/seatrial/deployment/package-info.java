/**
 * Scenarios, the platforms on which they are deployed, and what runs then: the same words for
 * Compose and for Kubernetes. Knows checks, and no engine and no cluster; adapters implement its
 * ports.
 */
@NullMarked
package org.seatrial.deployment;

import org.jspecify.annotations.NullMarked;
