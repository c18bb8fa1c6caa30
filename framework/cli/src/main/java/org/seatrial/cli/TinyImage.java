package org.seatrial.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.seatrial.image.oci.Digest;

/** An image of one file, as {@code docker save} writes it since Docker 25. */
final class TinyImage {

  private static final int BLOCK = 512;

  private TinyImage() {}

  static byte[] archive() {
    Blob layer = Blob.of(tar(entry("etc/passwd", "root:x:0:0:root:/root:/bin/sh\n")));
    Blob config =
        Blob.of(
            """
            {"architecture": "amd64", "os": "linux", "created": "2026-01-01T00:00:00Z",
             "config": {"User": "1001", "Env": ["PATH=/bin"], "ExposedPorts": {"8080/tcp": {}}},
             "history": [{"created_by": "COPY passwd /etc/passwd"}],
             "rootfs": {"type": "layers", "diff_ids": ["%s"]}}
            """
                .formatted(layer.digest()));
    Blob manifest =
        Blob.of(
            """
            {"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
             "config": %s,
             "layers": [%s]}
            """
                .formatted(
                    config.descriptor("application/vnd.oci.image.config.v1+json"),
                    layer.descriptor("application/vnd.oci.image.layer.v1.tar")));
    String index =
        """
        {"schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json",
         "manifests": [%s]}
        """
            .formatted(manifest.descriptor("application/vnd.oci.image.manifest.v1+json"));
    String saved =
        """
        [{"Config": "%s", "RepoTags": ["tiny:1"], "Layers": ["%s"]}]
        """
            .formatted(config.path(), layer.path());
    return tar(
        layer.entry(),
        config.entry(),
        manifest.entry(),
        entry("index.json", index),
        entry("manifest.json", saved),
        entry("oci-layout", "{\"imageLayoutVersion\": \"1.0.0\"}"));
  }

  /** Bytes that are named by their digest. */
  private static final class Blob {

    private final Digest digest;
    private final byte[] content;

    private Blob(byte[] content) {
      this.digest = Digest.sha256(content);
      this.content = content.clone();
    }

    static Blob of(byte[] content) {
      return new Blob(content);
    }

    Digest digest() {
      return digest;
    }

    static Blob of(String content) {
      return of(content.getBytes(StandardCharsets.UTF_8));
    }

    String path() {
      return "blobs/sha256/" + digest.hex();
    }

    byte[] entry() {
      return TinyImage.entry(path(), content);
    }

    String descriptor(String mediaType) {
      return """
      {"mediaType": "%s", "digest": "%s", "size": %d}\
      """
          .formatted(mediaType, digest, content.length);
    }
  }

  /** Joins entries, and ends the archive with two empty blocks (POSIX ustar). */
  private static byte[] tar(byte[]... entries) {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      tar.writeBytes(entry);
    }
    tar.writeBytes(new byte[2 * BLOCK]);
    return tar.toByteArray();
  }

  private static byte[] entry(String name, String content) {
    return entry(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns a regular file, root's, with mode 0644: its header, its content, whole blocks. */
  private static byte[] entry(String name, byte[] content) {
    byte[] entry = new byte[BLOCK + (content.length + BLOCK - 1) / BLOCK * BLOCK];
    put(entry, 0, name);
    put(entry, 100, "0000644\0000000000\0000000000\000");
    put(entry, 124, octal(content.length));
    put(entry, 136, octal(0));
    // The checksum is that of the header with blanks in the checksum's place.
    put(entry, 148, "        0");
    put(entry, 257, "ustar\00000");
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += entry[i];
    }
    put(entry, 148, octal(sum).substring(5) + "\0 ");
    System.arraycopy(content, 0, entry, BLOCK, content.length);
    return entry;
  }

  private static String octal(int number) {
    String digits = Integer.toOctalString(number);
    return "0".repeat(11 - digits.length()) + digits;
  }

  private static void put(byte[] entry, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, entry, at, bytes.length);
  }
}
