package org.seatrial.check.file;

import java.util.Optional;
import org.seatrial.check.Request;

/**
 * Asks which capabilities a file grants; a link at the end is not followed. A fact of its own,
 * since not everybody who can tell the status of a file can see them: who looks through a shell
 * can't. Empty: it grants none. Absent: nothing is there.
 *
 * @param path absolute
 */
public record CapabilitiesRequest(String path) implements Request<Optional<FileCapabilities>> {
  public CapabilitiesRequest {
    path = Paths.requireAbsolute(path);
  }
}
