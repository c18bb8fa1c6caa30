/**
 * Where images are kept: folders and archives in the OCI layout, archives that {@code docker save}
 * wrote, streams of either, and what an engine exports. A source gives one image's documents at
 * once, verified against their digests, and its layers' bytes on demand; whoever takes the bytes
 * verifies those. Nothing is unpacked to a disk. Depends on the image's values and the tar reader.
 */
@NullMarked
package org.seatrial.image.source;

import org.jspecify.annotations.NullMarked;
