package org.seatrial.image.oci;

import org.seatrial.check.Printable;

/**
 * Makes sure that a document is what it is taken for: one that could be read as a manifest by some
 * and as an index by others would be verified as one image and run as another (CVE-2021-41190).
 */
final class DocumentType {

  private DocumentType() {}

  static void requireVersion2(Json json) {
    Json version = json.get("schemaVersion");
    if (version.number() == 1) {
      throw version.refused(MediaType.schema1());
    }
    if (version.requiredNumber() != 2) {
      throw version.refused("must be 2, but was " + version.requiredNumber());
    }
  }

  /** Require that the document's own media type, when it has one, is the expected one. */
  static void require(Json json, String expected, MediaType.Kind kind) {
    Json own = json.get("mediaType");
    if (own.isMissing() || own.text().isEmpty()) {
      return;
    }
    own.required(text -> MediaType.require(text, kind));
    if (!expected.isEmpty() && !own.text().equals(expected)) {
      throw own.refused(
          "must be what the document that refers to it says, \""
              + Printable.of(expected, 200)
              + "\", but was \""
              + Printable.of(own.text(), 200)
              + '"');
    }
  }

  /** Refuse fields that only another type of document has. */
  static void refuse(Json json, String type, String... foreign) {
    for (String name : foreign) {
      if (!json.get(name).isMissing()) {
        throw json.get(name).refused("must not be in " + type + ", which it could be mistaken for");
      }
    }
  }
}
