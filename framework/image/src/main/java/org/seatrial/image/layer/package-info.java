/**
 * Looks into the layers of an image without unpacking them: each layer's archive is walked once
 * into an index, the indexes are squashed into the tree of files that a container would see, and
 * contents are read on demand. Depends on the tar reader, digests and the values of files.
 */
@NullMarked
package org.seatrial.image.layer;

import org.jspecify.annotations.NullMarked;
