package org.seatrial.testkit.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.seatrial.image.ImageOptions;
import org.seatrial.image.ImagePlace;
import org.seatrial.image.source.Choice;
import org.seatrial.image.source.StreamedArchive;

/**
 * Images as the files of a folder or an archive: the OCI layout, or what {@code docker save}
 * writes. Each method that changes a file returns a changed copy, so that any part can be made
 * wrong. The same images have the same bytes on every machine.
 */
public final class ImageFiles {

  private static final String INDEX = "application/vnd.oci.image.index.v1+json";

  private final String name;
  private final Map<String, byte[]> files;

  private ImageFiles(String name, Map<String, byte[]> files) {
    this.name = name;
    this.files = files;
  }

  /**
   * Return the images in the OCI layout. Images of the same names are one image for several
   * platforms, and share an index.
   */
  public static ImageFiles layout(MadeUpImage... images) {
    ImageFiles all = new ImageFiles(nameOf(images), Map.of());
    Map<List<String>, List<MadeUpImage>> byNames = new LinkedHashMap<>();
    for (MadeUpImage image : images) {
      all = all.with(image.manifest()).with(image.config());
      for (Blob layer : image.blobs()) {
        all = all.with(layer);
      }
      byNames.computeIfAbsent(image.names(), names -> new ArrayList<>()).add(image);
    }
    List<String> entries = new ArrayList<>();
    for (List<MadeUpImage> platforms : byNames.values()) {
      List<String> names = platforms.get(0).names();
      if (platforms.size() > 1 && !names.isEmpty()) {
        Blob index = Blob.of(INDEX, index(platforms.stream().map(ImageFiles::entry).toList()));
        all = all.with(index);
        entries.addAll(entries(index, names));
      } else {
        platforms.forEach(image -> entries.addAll(entries(image.manifest(), image.names())));
      }
    }
    return all.with("index.json", index(entries))
        .with("oci-layout", "{\"imageLayoutVersion\": \"1.0.0\"}");
  }

  /** Return what {@code docker save} writes since version 25: a layout with a manifest.json. */
  public static ImageFiles saved(MadeUpImage... images) {
    MadeUpImage[] plain =
        Arrays.stream(images)
            .map(image -> image.packed(LayerPacking.PLAIN))
            .toArray(MadeUpImage[]::new);
    List<String> entries =
        Arrays.stream(plain)
            .map(
                image ->
                    savedImage(
                        image,
                        image.config().path(),
                        image.blobs().stream().map(Blob::path).toList()))
            .toList();
    return layout(plain).with("manifest.json", JsonText.array(entries));
  }

  /** Return what {@code docker save} wrote before version 25: a folder for each layer. */
  public static ImageFiles savedBefore25(MadeUpImage... images) {
    ImageFiles all = new ImageFiles(nameOf(images), Map.of());
    List<String> entries = new ArrayList<>();
    for (MadeUpImage image : images) {
      List<String> layers = new ArrayList<>();
      for (MadeUpLayer layer : image.layers()) {
        String folder = layer.diffId().substring("sha256:".length());
        all = all.with(folder + "/VERSION", "1.0").with(folder + "/layer.tar", layer.tar());
        layers.add(folder + "/layer.tar");
      }
      String config = image.config().hex() + ".json";
      all = all.with(config, image.config().bytes());
      entries.add(savedImage(image, config, layers));
    }
    return all.with("manifest.json", JsonText.array(entries)).with("repositories", "{}");
  }

  /** Return these files and one more, or another content of one. */
  public ImageFiles with(String path, byte[] content) {
    Map<String, byte[]> more = new LinkedHashMap<>(files);
    more.put(path, content.clone());
    return new ImageFiles(name, more);
  }

  /** Return these files and one more of this text, or another text of one. */
  public ImageFiles with(String path, String text) {
    return with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Return these files without one.
   *
   * @throws IllegalArgumentException when it is not there
   */
  public ImageFiles without(String path) {
    Map<String, byte[]> fewer = new LinkedHashMap<>(files);
    content(path);
    fewer.remove(path);
    return new ImageFiles(name, fewer);
  }

  /**
   * Return these files with a text replaced in one of them.
   *
   * @throws IllegalArgumentException when the file is not there, or the text is not in it
   */
  public ImageFiles replacing(String path, String text, String other) {
    String old = text(path);
    if (!old.contains(text)) {
      throw new IllegalArgumentException(path + " has no " + text + ", but " + old);
    }
    return with(path, old.replace(text, other));
  }

  /** Return the paths of the files, relative to the folder or archive, in their order. */
  public Set<String> paths() {
    return new LinkedHashSet<>(files.keySet());
  }

  /**
   * Return a file as text.
   *
   * @throws IllegalArgumentException when it is not there
   */
  public String text(String path) {
    return new String(content(path), StandardCharsets.UTF_8);
  }

  /** Return the archive: the files in their order. */
  public byte[] tar() {
    TarWriter tar = new TarWriter();
    files.forEach((path, content) -> tar.add(TarEntry.file(path, content)));
    return tar.finish();
  }

  /**
   * Write the archive to a file, and return it.
   *
   * @throws UncheckedIOException when it can't be written
   */
  public Path writeArchive(Path file) {
    try {
      return Files.write(file, tar());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Write the files into a folder, which is made, and return it.
   *
   * @throws UncheckedIOException when they can't be written
   */
  public Path writeFolder(Path folder) {
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.resolveSibling(""));
        Files.write(path, file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /** Return the only image there is as a place to look at, out of memory. */
  public ImagePlace place() {
    return place(Choice.only());
  }

  /** Return the image that is meant by this choice as a place to look at, out of memory. */
  public ImagePlace place(Choice choice) {
    byte[] archive = tar();
    return ImagePlace.of(
        StreamedArchive.of(name, () -> new ByteArrayInputStream(archive)),
        choice,
        ImageOptions.standard());
  }

  private ImageFiles with(Blob blob) {
    return with(blob.path(), blob.bytes());
  }

  private byte[] content(String path) {
    byte[] content = files.get(path);
    if (content == null) {
      throw new IllegalArgumentException("there is no " + path + ", but " + files.keySet());
    }
    return content;
  }

  /** Return what the place is called: by the image's name, when there is one image. */
  private static String nameOf(MadeUpImage... images) {
    return images.length == 1 && !images[0].names().isEmpty()
        ? "made-up:" + images[0].names().get(0)
        : "made-up";
  }

  private static String entry(MadeUpImage image) {
    return image.manifest().descriptor(image.platformMember());
  }

  /** Return an entry for each name, or one without. */
  private static List<String> entries(Blob image, List<String> names) {
    return names.isEmpty()
        ? List.of(image.descriptor(""))
        : names.stream().map(n -> image.descriptor(annotations(n))).toList();
  }

  /** Return the annotations that BuildKit and Docker write. */
  private static String annotations(String name) {
    int slash = name.indexOf('/');
    String host = slash < 0 ? "" : name.substring(0, slash);
    boolean whole = host.contains(".") || host.contains(":") || host.equals("localhost");
    String canonical = whole ? name : "docker.io/" + (slash < 0 ? "library/" : "") + name;
    String tag = name.substring(name.lastIndexOf(':') + 1);
    return ", \"annotations\": {\"io.containerd.image.name\": %s, \"%s\": %s}"
        .formatted(JsonText.of(canonical), "org.opencontainers.image.ref.name", JsonText.of(tag));
  }

  private static String index(List<String> entries) {
    return "{\"schemaVersion\": 2, \"mediaType\": \"%s\", \"manifests\": %s}"
        .formatted(INDEX, JsonText.array(entries));
  }

  private static String savedImage(MadeUpImage image, String config, List<String> layers) {
    return "{\"Config\": %s, \"RepoTags\": %s, \"Layers\": %s}"
        .formatted(
            JsonText.of(config),
            image.names().isEmpty() ? "null" : JsonText.strings(image.names()),
            JsonText.strings(layers));
  }
}
