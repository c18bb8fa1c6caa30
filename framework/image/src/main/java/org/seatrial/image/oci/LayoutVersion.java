package org.seatrial.image.oci;

import org.seatrial.check.Printable;

/** The file {@code oci-layout} that marks an OCI image layout (image-layout.md). */
public final class LayoutVersion {

  /** The name of the file, at the root of the layout. */
  public static final String FILE = "oci-layout";

  private LayoutVersion() {}

  /**
   * Check that a layout is of a version that is understood: 1.
   *
   * @param document what it is and where it is kept, for messages
   * @throws org.seatrial.check.InspectionException when it is not
   */
  public static void check(String document, byte[] bytes) {
    Json version = JsonReader.read(document, bytes).get("imageLayoutVersion");
    if (!version.requiredText().startsWith("1.")) {
      throw version.refused(
          "must be 1.0.0, but was \"" + Printable.of(version.requiredText(), 80) + '"');
    }
  }
}
