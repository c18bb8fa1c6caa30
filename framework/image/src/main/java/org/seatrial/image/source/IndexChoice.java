package org.seatrial.image.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.seatrial.check.InspectionException;
import org.seatrial.image.oci.Descriptor;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.oci.ImageConfig;
import org.seatrial.image.oci.ImageIndex;
import org.seatrial.image.oci.ImageManifest;
import org.seatrial.image.oci.ImagePlatform;
import org.seatrial.image.oci.MediaType;

/** Finds the one manifest in an index, and the indexes in it, that is meant. */
final class IndexChoice {

  /** How many indexes may be in each other. Builders make two. */
  private static final int DEPTH = 4;

  private final String name;
  private final Documents documents;
  private final Choice choice;

  IndexChoice(String name, Documents documents, Choice choice) {
    this.name = name;
    this.documents = documents;
    this.choice = choice;
  }

  /** Return the entries of the outermost index that have the wanted name, or all there are. */
  List<Descriptor> named(ImageIndex index) {
    List<Descriptor> images = index.images().toList();
    if (choice.name().isPresent()) {
      String wanted = choice.name().get();
      List<Descriptor> found = images.stream().filter(d -> Names.match(wanted, d)).toList();
      if (found.isEmpty()) {
        throw new InspectionException(
            name + " has no image named \"" + wanted + "\"; it has " + list(images));
      }
      return found;
    }
    List<String> names = images.stream().map(Names::of).flatMap(Optional::stream).toList();
    if (digests(images) > 1 && names.stream().distinct().count() > 1) {
      throw several(images);
    }
    return names.isEmpty() || digests(images) == 1
        ? images
        : images.stream().filter(d -> Names.of(d).isPresent()).toList();
  }

  /** Return all manifests in these entries and the indexes below, each once, in their order. */
  List<Descriptor> manifests(List<Descriptor> entries) {
    List<Descriptor> manifests = new ArrayList<>();
    collect(entries, 1, new HashSet<>(), manifests);
    return manifests;
  }

  /** Return the manifest for the wanted platform. */
  Descriptor manifest(List<Descriptor> manifests) {
    if (manifests.isEmpty()) {
      throw new InspectionException(name + " holds no image");
    }
    if (manifests.size() == 1) {
      return manifests.get(0);
    }
    if (choice.name().isEmpty()
        && manifests.stream().filter(d -> d.platform().isEmpty()).count() > 1) {
      throw several(manifests);
    }
    return nearest(manifests.stream().filter(d -> d.platform().isPresent()).toList())
        .or(() -> nearest(manifests.stream().filter(d -> d.platform().isEmpty()).toList()))
        .orElseThrow(() -> noPlatform(manifests.stream().map(this::platform).toList()));
  }

  /** Refuse an image that is for another platform than the one asked for. */
  void requirePlatform(ImageConfig config) {
    if (choice.platform().filter(p -> p.distanceTo(config.platform()) < 0).isPresent()) {
      throw noPlatform(List.of(config.platform()));
    }
  }

  private void collect(
      List<Descriptor> entries, int depth, Set<Digest> seen, List<Descriptor> manifests) {
    List<Descriptor> known = entries.stream().filter(d -> isOf(d, IMAGE)).toList();
    if (known.isEmpty() && !entries.isEmpty()) {
      throw unknown(entries.get(0));
    }
    for (Descriptor entry : known) {
      if (!seen.add(entry.digest())) {
        continue;
      }
      if (isOf(entry, MediaType.Kind.MANIFEST)) {
        manifests.add(entry);
      } else if (depth == DEPTH) {
        throw Documents.unreadable(
            documents.title("index " + entry.digest()),
            "it is nested more than " + DEPTH + " indexes deep");
      } else {
        String title = documents.title("index " + entry.digest());
        ImageIndex index =
            ImageIndex.parse(title, documents.read("index", entry), entry.mediaType());
        collect(index.images().toList(), depth + 1, seen, manifests);
      }
    }
  }

  private Optional<Descriptor> nearest(List<Descriptor> manifests) {
    ImagePlatform wanted = choice.platform().orElseGet(ImagePlatform::host);
    Descriptor nearest = null;
    int least = Integer.MAX_VALUE;
    for (Descriptor manifest : manifests) {
      int distance = wanted.distanceTo(platform(manifest));
      if (distance >= 0 && distance < least) {
        nearest = manifest;
        least = distance;
      }
    }
    return Optional.ofNullable(nearest);
  }

  private ImagePlatform platform(Descriptor manifest) {
    return manifest.platform().orElseGet(() -> config(manifest(manifest)).platform());
  }

  ImageManifest manifest(Descriptor descriptor) {
    return ImageManifest.parse(
        documents.title("manifest " + descriptor.digest()),
        documents.read("manifest", descriptor),
        descriptor.mediaType());
  }

  ImageConfig config(ImageManifest manifest) {
    Descriptor config = manifest.config();
    return ImageConfig.parse(
        documents.title("config " + config.digest()), documents.read("config", config));
  }

  private InspectionException noPlatform(List<ImagePlatform> platforms) {
    String has = Names.list(platforms.stream().map(ImagePlatform::toString).toList());
    return new InspectionException(
        choice
            .platform()
            .map(p -> name + " has no image for " + p + "; it has " + has)
            .orElseGet(
                () ->
                    name
                        + " has no image for this machine, "
                        + ImagePlatform.host()
                        + "; choose one of "
                        + has));
  }

  private InspectionException several(List<Descriptor> images) {
    return new InspectionException(name + " holds several images; choose one of " + list(images));
  }

  private InspectionException unknown(Descriptor entry) {
    try {
      MediaType.require(entry.mediaType(), IMAGE);
    } catch (IllegalArgumentException e) {
      return Documents.unreadable(name, "in its index, " + e.getMessage());
    }
    throw new IllegalStateException("known after all: " + entry);
  }

  private static final MediaType.Kind[] IMAGE = {MediaType.Kind.INDEX, MediaType.Kind.MANIFEST};

  private static boolean isOf(Descriptor entry, MediaType.Kind... kinds) {
    return MediaType.find(entry.mediaType())
        .filter(type -> Stream.of(kinds).anyMatch(kind -> kind == type.kind()))
        .isPresent();
  }

  private static long digests(List<Descriptor> entries) {
    return entries.stream().map(Descriptor::digest).distinct().count();
  }

  private static String list(List<Descriptor> images) {
    return Names.list(
        images.stream().map(d -> Names.of(d).orElseGet(() -> d.digest().toString())).toList());
  }
}
