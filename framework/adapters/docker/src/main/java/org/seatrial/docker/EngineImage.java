package org.seatrial.docker;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.seatrial.check.Printable;
import org.seatrial.image.oci.Digest;

/**
 * An image as an engine describes it.
 *
 * @param id the digest of its configuration, or of its index or manifest if the engine keeps images
 *     in containerd
 * @param tags all its names with a tag; may be empty
 * @param digests all its names with a digest ({@code RepoDigests}); empty if it was never pushed or
 *     pulled
 * @param os such as {@code linux}
 * @param architecture such as {@code amd64}
 * @param variant such as {@code v8}; empty if it has none
 * @param diffIds of the layers ({@code RootFS.Layers}), base first; empty for an image without one
 * @param size in bytes, uncompressed, as the engine counts it
 */
public record EngineImage(
    Digest id,
    List<String> tags,
    List<String> digests,
    String os,
    String architecture,
    String variant,
    List<Digest> diffIds,
    long size) {

  private static final Set<String> FIELDS =
      Set.of(
          "Id",
          "RepoTags",
          "RepoDigests",
          "Os",
          "Architecture",
          "Variant",
          "RootFS.Layers",
          "Size");

  /** Copy the lists. */
  public EngineImage {
    tags = List.copyOf(tags);
    digests = List.copyOf(digests);
    diffIds = List.copyOf(diffIds);
  }

  static EngineImage read(InputStream in) throws IOException {
    JsonFields fields = JsonFields.read(in, FIELDS);
    List<Digest> diffIds = new ArrayList<>();
    for (String diffId : fields.all("RootFS.Layers")) {
      diffIds.add(digest(diffId, "RootFS.Layers"));
    }
    return new EngineImage(
        digest(fields.text("Id"), "Id"),
        fields.all("RepoTags"),
        fields.all("RepoDigests"),
        fields.text("Os"),
        fields.text("Architecture"),
        fields.text("Variant"),
        diffIds,
        size(fields.text("Size")));
  }

  private static Digest digest(String text, String field) throws UnsoundJson {
    try {
      return Digest.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UnsoundJson(
          "a description whose " + field + " is no digest: " + Printable.quoted(text), e);
    }
  }

  private static long size(String text) throws UnsoundJson {
    // 18 digits always fit into a long.
    if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new UnsoundJson(
          "a description whose Size is no number of bytes: " + Printable.quoted(text));
    }
    return Long.parseLong(text);
  }
}
