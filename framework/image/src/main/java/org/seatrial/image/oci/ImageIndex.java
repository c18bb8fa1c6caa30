package org.seatrial.image.oci;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A list of manifests, one a platform, or of the images in a layout (OCI image specification,
 * image-index.md; Docker's manifest list).
 *
 * @param manifests in the document's order; of images, further indexes, and anything else
 * @param annotations in the document's order
 */
public record ImageIndex(List<Descriptor> manifests, Map<String, String> annotations) {

  public ImageIndex {
    manifests = List.copyOf(manifests);
    annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
  }

  /**
   * Read an index.
   *
   * @param document what it is and where it is kept, for messages
   * @param mediaType what the document that refers to it says it is; empty when nothing says so
   * @throws org.seatrial.check.InspectionException when it is not one, or could be read as
   *     something else too
   */
  public static ImageIndex parse(String document, byte[] bytes, String mediaType) {
    Json json = JsonReader.read(document, bytes);
    DocumentType.requireVersion2(json);
    DocumentType.require(json, mediaType, MediaType.Kind.INDEX);
    DocumentType.refuse(json, "an index", "layers", "config", "fsLayers");
    Json manifests = json.get("manifests");
    if (manifests.isMissing()) {
      throw manifests.refused("must be a list, but is missing");
    }
    return new ImageIndex(
        manifests.elements().stream().map(Descriptor::from).toList(),
        json.get("annotations").textByName());
  }

  /** Return what is not about another image: images and further indexes, in their order. */
  public Stream<Descriptor> images() {
    return manifests.stream().filter(manifest -> !manifest.isAttestation());
  }
}
