package org.seatrial.image.oci;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.seatrial.check.Printable;

/**
 * The configuration of one image (OCI image specification, config.md, and Docker's additions).
 *
 * @param platform {@code linux} and {@code unknown} stand for a system or a processor that is not
 *     given
 * @param created when it was built, if it says so; a fixed time in reproducible builds
 * @param author empty when none is given
 * @param run how a container of it runs
 * @param diffIds the digests of the uncompressed layers, base first
 * @param history how it was built, first step first; empty when nothing is told
 */
public record ImageConfig(
    ImagePlatform platform,
    Optional<Instant> created,
    String author,
    RunConfig run,
    List<Digest> diffIds,
    List<HistoryEntry> history) {

  public ImageConfig {
    diffIds = List.copyOf(diffIds);
    history = List.copyOf(history);
  }

  /**
   * Read a configuration.
   *
   * @param document what it is and where it is kept, for messages
   * @throws org.seatrial.check.InspectionException when it is not one; the message names the field
   *     and the place in the document
   */
  public static ImageConfig parse(String document, byte[] bytes) {
    Json json = JsonReader.read(document, bytes);
    Json rootfs = json.get("rootfs");
    Json type = rootfs.get("type");
    if (!type.requiredText().equals("layers")) {
      throw type.refused("must be \"layers\", but was \"" + Printable.of(type.text(), 80) + '"');
    }
    return new ImageConfig(
        new ImagePlatform(
            orElse(json.get("os").text(), "linux"),
            orElse(json.get("architecture").text(), "unknown"),
            json.get("variant").text(),
            json.get("os.version").text()),
        json.get("created").optional(Timestamp::parse).flatMap(time -> time),
        json.get("author").text(),
        RunConfig.from(json.get("config")),
        rootfs.get("diff_ids").elements().stream().map(id -> id.required(Digest::parse)).toList(),
        json.get("history").elements().stream().map(HistoryEntry::from).toList());
  }

  /**
   * Return the step that made the layer; nothing when the history does not tell, see {@link
   * #historyGap()}.
   *
   * @param layer counted from 0, the base
   */
  public Optional<HistoryEntry> historyOf(int layer) {
    Objects.checkIndex(layer, diffIds.size());
    return historyGap().isPresent()
        ? Optional.empty()
        : history.stream().filter(step -> !step.emptyLayer()).skip(layer).findFirst();
  }

  /** Return why the history does not tell which step made which layer; nothing when it does. */
  public Optional<String> historyGap() {
    long told = history.stream().filter(step -> !step.emptyLayer()).count();
    if (told == diffIds.size()) {
      return Optional.empty();
    }
    return Optional.of(
        history.isEmpty()
            ? "the image has no history"
            : "the history tells of " + told + " layers, but the image has " + diffIds.size());
  }

  private static String orElse(String text, String other) {
    return text.isEmpty() ? other : text;
  }
}
