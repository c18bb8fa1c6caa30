package org.seatrial.image.oci;

import java.time.Instant;
import java.util.Optional;

/**
 * One step of how an image was built, mostly one instruction of its Dockerfile. It is what the
 * builder wrote; nothing proves it.
 *
 * @param created when, if it says so
 * @param createdBy the instruction or command; empty when none is given
 * @param author empty when none is given
 * @param comment empty when none is given, often the name of the builder
 * @param emptyLayer whether the step only changed the configuration, and made no layer
 */
public record HistoryEntry(
    Optional<Instant> created,
    String createdBy,
    String author,
    String comment,
    boolean emptyLayer) {

  static HistoryEntry from(Json json) {
    return new HistoryEntry(
        json.get("created").optional(Timestamp::parse).flatMap(time -> time),
        json.get("created_by").text(),
        json.get("author").text(),
        json.get("comment").text(),
        json.get("empty_layer").isTrue());
  }
}
