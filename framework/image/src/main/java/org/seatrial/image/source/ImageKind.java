package org.seatrial.image.source;

import java.util.List;
import org.seatrial.check.InspectionException;
import org.seatrial.image.oci.SavedImage;

/** Tells what an archive is by the files in it, and finds the image. */
final class ImageKind {

  private static final int SHOWN = 5;

  private ImageKind() {}

  /** Open the image: the OCI layout is preferred where an archive is of both kinds. */
  static ImageContent open(Store store, Choice choice) {
    if (store.find(OciImages.INDEX).isPresent()) {
      return new OciImages(store, choice).open();
    }
    if (store.find(SavedImage.FILE).isPresent()) {
      return new SavedImages(store, choice).open();
    }
    throw new InspectionException(store.name() + " holds no image: " + reason(store.paths()));
  }

  private static String reason(List<String> paths) {
    if (paths.isEmpty()) {
      return "it is an empty archive";
    }
    if (paths.contains("repositories")) {
      return "it was saved by an engine older than Docker 1.10, without a manifest.json";
    }
    if (paths.contains("etc") || paths.contains("etc/passwd") || paths.contains("usr/bin")) {
      return "it is the file system of a container, as docker export writes it; use docker save";
    }
    List<String> shown = paths.subList(0, Math.min(SHOWN, paths.size()));
    int more = paths.size() - shown.size();
    return "it has neither index.json nor manifest.json, but "
        + String.join(", ", shown)
        + (more > 0 ? " and " + more + " more" : "");
  }
}
