package org.seatrial.image.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seatrial.check.InspectionException;
import org.seatrial.image.oci.Descriptor;
import org.seatrial.image.oci.ImageConfig;
import org.seatrial.image.oci.ImageIndex;
import org.seatrial.image.oci.ImageManifest;
import org.seatrial.image.oci.LayoutVersion;
import org.seatrial.image.oci.MediaType;
import org.seatrial.image.oci.SavedImage;

/** Finds an image in the OCI layout, in a folder or an archive (image-layout.md). */
final class OciImages {

  /** The outermost index. */
  static final String INDEX = "index.json";

  private final Store store;
  private final Documents documents;
  private final IndexChoice choice;

  OciImages(Store store, Choice choice) {
    this.store = store;
    this.documents = new Documents(store);
    this.choice = new IndexChoice(store.name(), documents, choice);
  }

  ImageContent open() {
    if (documents.has(LayoutVersion.FILE)) {
      LayoutVersion.check(documents.title(LayoutVersion.FILE), documents.read(LayoutVersion.FILE));
    }
    ImageIndex index = ImageIndex.parse(documents.title(INDEX), documents.read(INDEX), "");
    List<Descriptor> named = choice.named(index);
    List<Descriptor> manifests = choice.manifests(named);
    Descriptor chosen = choice.manifest(manifests);
    ImageManifest manifest = choice.manifest(chosen);
    ImageConfig config = choice.config(manifest);
    choice.requirePlatform(config);
    List<String> names =
        index
            .images()
            .filter(d -> d.digest().equals(chosen.digest()) || named.contains(d))
            .map(Names::of)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    requireSameAsSaved(names, manifests);
    return new FoundImage(
        store,
        names,
        Optional.of(chosen),
        config,
        manifest.config().digest(),
        layers(chosen, manifest, config));
  }

  private List<StoredLayer> layers(Descriptor chosen, ImageManifest manifest, ImageConfig config) {
    String title = documents.title("manifest " + chosen.digest());
    FoundImage.requireSameNumber(title, manifest.layers().size(), config);
    List<StoredLayer> layers = new ArrayList<>();
    for (int i = 0; i < manifest.layers().size(); i++) {
      layers.add(layer(i, manifest.layers().get(i), config));
    }
    return layers;
  }

  private StoredLayer layer(int number, Descriptor layer, ImageConfig config) {
    String name = FoundImage.layerName(number, config, layer.digest().abbreviated(), store.name());
    StoredFile file =
        store
            .find(layer.digest())
            .orElseThrow(() -> Documents.unreadable(name, missing(layer.mediaType())));
    Documents.requireSize(name, file.size(), layer.size());
    return new StoredLayer(
        number,
        name,
        file.path(),
        layer.mediaType(),
        Optional.of(layer.digest()),
        config.diffIds().get(number),
        file.size());
  }

  private static String missing(String mediaType) {
    return MediaType.find(mediaType).filter(MediaType::isForeign).isPresent()
        ? "it is not there, as its media type allows: " + mediaType
        : "it is not there";
  }

  /**
   * Newer archives of {@code docker save} have a second list of images, for older engines. When it
   * tells of another image than the index, what is verified would not be what some engines run.
   */
  private void requireSameAsSaved(List<String> names, List<Descriptor> manifests) {
    if (!documents.has(SavedImage.FILE)) {
      return;
    }
    List<SavedImage> saved =
        SavedImage.parse(documents.title(SavedImage.FILE), documents.read(SavedImage.FILE));
    List<String> configs = null;
    for (SavedImage image : saved) {
      boolean same =
          saved.size() == 1
              || image.references().stream()
                  .anyMatch(r -> names.stream().anyMatch(n -> Names.match(n, r)));
      if (!same) {
        continue;
      }
      configs = configs == null ? configs(manifests) : configs;
      if (!configs.contains(image.config())) {
        throw new InspectionException(
            "cannot trust "
                + store.name()
                + ": its index.json and manifest.json tell of different images, and engines"
                + " differ in which they run");
      }
    }
  }

  /** Return the paths of the configs of those manifests that are there. */
  private List<String> configs(List<Descriptor> manifests) {
    return manifests.stream()
        .filter(manifest -> store.find(manifest.digest()).isPresent())
        .map(manifest -> choice.manifest(manifest).config().digest())
        .map(Store::path)
        .toList();
  }
}
