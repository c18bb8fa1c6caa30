package org.seatrial.image.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.seatrial.check.InspectionException;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.oci.ImageConfig;
import org.seatrial.image.oci.SavedImage;

/** Finds an image in an archive that {@code docker save} wrote, before it wrote the OCI layout. */
final class SavedImages {

  private final Store store;
  private final Documents documents;
  private final Choice choice;

  SavedImages(Store store, Choice choice) {
    this.store = store;
    this.documents = new Documents(store);
    this.choice = choice;
  }

  ImageContent open() {
    String title = documents.title(SavedImage.FILE);
    SavedImage image = choose(SavedImage.parse(title, documents.read(SavedImage.FILE)));
    byte[] bytes = documents.read(image.config());
    String configTitle = documents.title("config " + image.config());
    digestIn(image.config())
        .ifPresent(stated -> Documents.requireDigest(configTitle, bytes, stated));
    ImageConfig config = ImageConfig.parse(configTitle, bytes);
    new IndexChoice(store.name(), documents, choice).requirePlatform(config);
    FoundImage.requireSameNumber(title, image.layers().size(), config);
    List<StoredLayer> layers = new ArrayList<>();
    for (int i = 0; i < image.layers().size(); i++) {
      layers.add(layer(i, image.layers().get(i), config));
    }
    return new FoundImage(
        store,
        image.references().stream().map(Names::familiar).toList(),
        Optional.empty(),
        config,
        Digest.sha256(bytes),
        layers);
  }

  private SavedImage choose(List<SavedImage> images) {
    if (images.isEmpty()) {
      throw new InspectionException(store.name() + " holds no image");
    }
    if (choice.name().isPresent()) {
      String wanted = choice.name().get();
      return images.stream()
          .filter(image -> isNamed(wanted, image))
          .findFirst()
          .orElseThrow(
              () ->
                  new InspectionException(
                      store.name()
                          + " has no image named \""
                          + wanted
                          + "\"; it has "
                          + list(images)));
    }
    if (images.stream().map(SavedImage::config).distinct().count() > 1) {
      throw new InspectionException(
          store.name() + " holds several images; choose one of " + list(images));
    }
    return images.get(0);
  }

  private static boolean isNamed(String wanted, SavedImage image) {
    return image.references().stream().anyMatch(reference -> Names.match(wanted, reference))
        || label(image).equals(wanted);
  }

  private static String list(List<SavedImage> images) {
    return Names.list(
        images.stream()
            .flatMap(
                image ->
                    image.references().isEmpty()
                        ? Stream.of(label(image))
                        : image.references().stream().map(Names::familiar))
            .toList());
  }

  /** Return the name of an image that has none: its ID, else the entry that holds its config. */
  private static String label(SavedImage image) {
    return digestIn(image.config()).map(Digest::toString).orElse(image.config());
  }

  private StoredLayer layer(int number, String path, ImageConfig config) {
    String name = FoundImage.layerName(number, config, path, store.name());
    StoredFile file =
        store.find(path).orElseThrow(() -> Documents.unreadable(name, "it is not there"));
    return new StoredLayer(
        number,
        name,
        file.path(),
        "",
        path.startsWith("blobs/") ? digestIn(path) : Optional.empty(),
        config.diffIds().get(number),
        file.size());
  }

  /**
   * Return the digest that a path states: {@code blobs/sha256/HEX}, {@code [sha256:]HEX[.json]}.
   */
  private static Optional<Digest> digestIn(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String stem = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
    String hex = stem.startsWith("sha256:") ? stem.substring(7) : stem;
    try {
      return Optional.of(new Digest("sha256", hex));
    } catch (IllegalArgumentException e) {
      // Some tools name the config otherwise; then nothing is stated.
      return Optional.empty();
    }
  }
}
