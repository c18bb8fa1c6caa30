package org.seatrial.image.oci;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The config and the layers of one image (OCI image specification, manifest.md; Docker's image
 * manifest, version 2, schema 2).
 *
 * @param config of a known media type
 * @param layers base first, each of a known media type
 * @param annotations in the document's order
 */
public record ImageManifest(
    Descriptor config, List<Descriptor> layers, Map<String, String> annotations) {

  public ImageManifest {
    layers = List.copyOf(layers);
    annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
  }

  /**
   * Read a manifest.
   *
   * @param document what it is and where it is kept, for messages
   * @param mediaType what the document that refers to it says it is; empty when nothing says so
   * @throws org.seatrial.check.InspectionException when it is not one, could be read as something
   *     else too, or is not of an image
   */
  public static ImageManifest parse(String document, byte[] bytes, String mediaType) {
    Json json = JsonReader.read(document, bytes);
    DocumentType.requireVersion2(json);
    DocumentType.require(json, mediaType, MediaType.Kind.MANIFEST);
    DocumentType.refuse(json, "a manifest", "manifests", "fsLayers");
    return new ImageManifest(
        descriptor(json.get("config"), MediaType.Kind.CONFIG),
        json.get("layers").elements().stream()
            .map(layer -> descriptor(layer, MediaType.Kind.LAYER))
            .toList(),
        json.get("annotations").textByName());
  }

  private static Descriptor descriptor(Json json, MediaType.Kind kind) {
    if (json.isMissing()) {
      throw json.refused("must be an object, but is missing");
    }
    json.get("mediaType").required(text -> MediaType.require(text, kind));
    return Descriptor.from(json);
  }
}
