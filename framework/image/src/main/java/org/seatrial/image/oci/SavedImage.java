package org.seatrial.image.oci;

import java.util.List;

/**
 * One image in the {@code manifest.json} of an archive that {@code docker save} wrote.
 *
 * @param config the entry of the archive that holds the configuration
 * @param references as saved, such as {@code shop:1.4}; empty for an image without a name
 * @param layers the entries that hold the layers, base first
 */
public record SavedImage(String config, List<String> references, List<String> layers) {

  /** The name of the file, at the root of the archive. */
  public static final String FILE = "manifest.json";

  public SavedImage {
    references = List.copyOf(references);
    layers = List.copyOf(layers);
  }

  /**
   * Read the list of saved images, in the document's order.
   *
   * @param document what it is and where it is kept, for messages
   * @throws org.seatrial.check.InspectionException when it is not one
   */
  public static List<SavedImage> parse(String document, byte[] bytes) {
    return JsonReader.read(document, bytes).elements().stream().map(SavedImage::from).toList();
  }

  private static SavedImage from(Json json) {
    return new SavedImage(
        json.get("Config").requiredText(),
        json.get("RepoTags").texts(),
        json.get("Layers").texts());
  }
}
