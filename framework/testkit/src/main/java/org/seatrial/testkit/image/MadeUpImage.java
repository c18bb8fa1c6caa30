package org.seatrial.testkit.image;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seatrial.image.ImagePlace;

/**
 * A made-up image. Each method returns a changed copy; {@link ImageFiles} writes images down.
 *
 * <pre>{@code
 * MadeUpImage shop =
 *     MadeUpImage.of(MadeUpLayer.empty().with("/etc/passwd", "shop:x:1001:0::/:\n"))
 *         .named("shop/cart:1.4")
 *         .configured(MadeUpConfig.empty().withUser("1001"));
 * Inspection.of(shop.place()).verify(new ShopProfile().checks());
 * }</pre>
 */
public final class MadeUpImage {

  private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final String CREATED = "1970-01-01T00:00:00Z";

  /**
   * A step of the build: what it brought, if anything, and how it was written, if anybody knows.
   */
  private record Step(Optional<MadeUpLayer> layer, String instruction) {}

  private final List<String> names;
  private final String platform;
  private final MadeUpConfig config;
  private final List<Step> steps;
  private final LayerPacking packing;

  private MadeUpImage(
      List<String> names,
      String platform,
      MadeUpConfig config,
      List<Step> steps,
      LayerPacking packing) {
    this.names = List.copyOf(names);
    this.platform = platform;
    this.config = config;
    this.steps = List.copyOf(steps);
    this.packing = packing;
  }

  /**
   * Return an image of these layers, base first, for linux/amd64, with gzip layers; it has no name,
   * no configuration and no history.
   */
  public static MadeUpImage of(MadeUpLayer... layers) {
    List<Step> steps =
        Arrays.stream(layers).map(layer -> new Step(Optional.of(layer), "")).toList();
    return new MadeUpImage(
        List.of(), "linux/amd64", MadeUpConfig.empty(), steps, LayerPacking.GZIP);
  }

  /** Return the image under these names, such as {@code shop/cart:1.4}, and no others. */
  public MadeUpImage named(String... others) {
    return new MadeUpImage(Arrays.asList(others), platform, config, steps, packing);
  }

  /**
   * Return the image for this platform, such as {@code linux/arm64} or {@code linux/arm/v7}.
   *
   * @throws IllegalArgumentException when it has not two or three parts
   */
  public MadeUpImage forPlatform(String other) {
    int parts = other.split("/", -1).length;
    if (parts < 2 || parts > 3) {
      throw new IllegalArgumentException(
          "platform must be OS/ARCHITECTURE[/VARIANT], but was \"" + other + "\"");
    }
    return new MadeUpImage(names, other, config, steps, packing);
  }

  /** Return the image with this configuration. */
  public MadeUpImage configured(MadeUpConfig other) {
    return new MadeUpImage(names, platform, requireNonNull(other), steps, packing);
  }

  /** Return the image with one more layer on top, which this instruction of a Dockerfile made. */
  public MadeUpImage then(String instruction, MadeUpLayer layer) {
    return and(new Step(Optional.of(layer), instruction));
  }

  /** Return the image with one more step of history that made no layer: {@code USER 1001}. */
  public MadeUpImage then(String instruction) {
    return and(new Step(Optional.empty(), instruction));
  }

  /** Return the image with its layers packed so; what Docker saves always has plain ones. */
  public MadeUpImage packed(LayerPacking other) {
    return new MadeUpImage(names, platform, config, steps, other);
  }

  /** Return the image's ID, the digest of its configuration: {@code sha256:…}. */
  public String id() {
    return config().digest();
  }

  /** Return the digest of its manifest in the OCI layout, {@code sha256:…}. */
  public String digest() {
    return manifest().digest();
  }

  /**
   * Return the image as a place to look at, out of memory. The index of its layers is kept in the
   * user's cache, as of any image.
   */
  public ImagePlace place() {
    return ImageFiles.layout(this).place();
  }

  private MadeUpImage and(Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new MadeUpImage(names, platform, config, more, packing);
  }

  List<String> names() {
    return names;
  }

  List<MadeUpLayer> layers() {
    return steps.stream().flatMap(step -> step.layer().stream()).toList();
  }

  /** Return the layers as the layout keeps them. */
  List<Blob> blobs() {
    return layers().stream().map(layer -> packing.pack(layer.tar())).toList();
  }

  Blob config() {
    Map<String, String> document = new LinkedHashMap<>();
    document.put("created", JsonText.of(CREATED));
    document.putAll(platformMembers());
    document.put("config", config.json());
    document.put(
        "rootfs",
        "{\"type\": \"layers\", \"diff_ids\": "
            + JsonText.strings(layers().stream().map(MadeUpLayer::diffId).toList())
            + "}");
    if (steps.stream().anyMatch(step -> !step.instruction().isEmpty())) {
      document.put("history", JsonText.array(steps.stream().map(MadeUpImage::history).toList()));
    }
    return Blob.of(CONFIG, JsonText.object(document, json -> json));
  }

  Blob manifest() {
    return Blob.of(
        MANIFEST,
        "{\"schemaVersion\": 2, \"mediaType\": \"%s\", \"config\": %s, \"layers\": %s}"
            .formatted(
                MANIFEST,
                config().descriptor(""),
                JsonText.array(blobs().stream().map(blob -> blob.descriptor("")).toList())));
  }

  /** Return the member of a descriptor that tells the platform. */
  String platformMember() {
    return ", \"platform\": " + JsonText.object(platformMembers(), json -> json);
  }

  private Map<String, String> platformMembers() {
    String[] parts = platform.split("/", -1);
    Map<String, String> members = new LinkedHashMap<>();
    members.put("os", JsonText.of(parts[0]));
    members.put("architecture", JsonText.of(parts[1]));
    if (parts.length > 2) {
      members.put("variant", JsonText.of(parts[2]));
    }
    return members;
  }

  private static String history(Step step) {
    return "{\"created\": \"%s\", \"created_by\": %s%s}"
        .formatted(
            CREATED,
            JsonText.of(step.instruction()),
            step.layer().isEmpty() ? ", \"empty_layer\": true" : "");
  }
}
