/**
 * Images and containers of a Docker engine, asked for through its API by a small client of our own:
 * HTTP over a Unix socket, TCP or TLS, one connection a request, bodies as streams. An adapter: it
 * implements ports that the images and the deployments own, and may depend on them, on the core and
 * on jackson-core. Everything that an engine sends is taken for hostile: bounded in length and
 * depth, and made printable.
 */
@NullMarked
package org.seatrial.docker;

import org.jspecify.annotations.NullMarked;
