/**
 * The values of an image as the OCI specifications and Docker name them: references, digests,
 * descriptors, indexes, manifests and configurations. All are immutable, and all are parsed from
 * documents that are taken to be hostile: bounded in size and depth, with errors that name the
 * document, the place and the field. Knows nothing of where an image is kept; depends on the checks
 * only.
 */
@NullMarked
package org.seatrial.image.oci;

import org.jspecify.annotations.NullMarked;
