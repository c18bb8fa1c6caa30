package org.seatrial.testkit.image;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Some bytes with a media type, as documents refer to them. */
final class Blob {

  private final String mediaType;
  private final byte[] bytes;
  private final String hex;

  Blob(String mediaType, byte[] bytes) {
    this.mediaType = mediaType;
    this.bytes = bytes.clone();
    this.hex = sha256(bytes);
  }

  static Blob of(String mediaType, String json) {
    return new Blob(mediaType, json.getBytes(StandardCharsets.UTF_8));
  }

  byte[] bytes() {
    return bytes.clone();
  }

  String hex() {
    return hex;
  }

  String digest() {
    return "sha256:" + hex;
  }

  /** Return where a layout keeps it. */
  String path() {
    return "blobs/sha256/" + hex;
  }

  /** Return the JSON object that refers to it, with more members, such as {@code , "a": 1}. */
  String descriptor(String more) {
    return "{\"mediaType\": %s, \"digest\": \"%s\", \"size\": %d%s}"
        .formatted(JsonText.of(mediaType), digest(), bytes.length, more);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
