package org.seatrial.docker;

import java.io.InputStream;
import java.util.List;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Printable;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.source.ExportedImage;

/** The images of an engine, for those who read images. Safe for use by several threads. */
public final class EngineImages {

  private final Engine engine;

  private EngineImages(Engine engine) {
    this.engine = engine;
  }

  /** Return the images of this engine. */
  public static EngineImages of(Engine engine) {
    return new EngineImages(engine);
  }

  /**
   * Find the image that a name means now. It stays the same image when the name moves on to another
   * afterwards; each export is a new one, and nothing is kept of it here.
   *
   * @param name a name with or without tag or digest, or an image ID
   * @throws InspectionException when the text is no name, the engine has no such image, or it does
   *     not answer
   */
  public ExportedImage find(String name) {
    if (!ImageName.isPlain(name)) {
      throw new InspectionException(
          "cannot ask the Docker engine at "
              + engine.address()
              + " for "
              + Printable.quoted(name)
              + ": it is not the name of an image");
    }
    EngineImage image =
        engine
            .inspectImage(name)
            .orElseThrow(() -> EngineFailure.noSuchImage(engine.address(), name));
    return new Exported(engine, "docker:" + name, image.id(), image.diffIds());
  }

  private record Exported(Engine engine, String name, Digest id, List<Digest> diffIds)
      implements ExportedImage {

    @Override
    public InputStream export() {
      return engine.exportImage(id.toString());
    }
  }
}
