package org.seatrial.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.seatrial.image.oci.Digest;

/**
 * Writes an image of a given size as an OCI layout: the same bytes each time. Every other layer is
 * compressed with gzip. Arguments: the folder, the bytes of all uncompressed layers, the number of
 * files, the number of layers.
 */
public final class GeneratedImage {

  private static final int FILES_PER_FOLDER = 100;
  private static final int SAMPLE = 4 << 20;

  private final Path blobs;
  private final byte[] sample = sample();
  private final int filesPerLayer;
  private final long bytesPerFile;

  private GeneratedImage(Path folder, long bytes, int files, int layers) {
    this.blobs = folder.resolve("blobs/sha256");
    this.filesPerLayer = files / layers;
    this.bytesPerFile = bytes / files;
  }

  /** Run. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    write(
        Path.of(arguments[0]),
        Long.parseLong(arguments[1]),
        Integer.parseInt(arguments[2]),
        Integer.parseInt(arguments[3]));
  }

  /** Write the layout; the folder must not have one. */
  static void write(Path folder, long bytes, int files, int layers)
      throws IOException, InterruptedException, ExecutionException {
    GeneratedImage image = new GeneratedImage(folder, bytes, files, layers);
    Files.createDirectories(image.blobs);
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<Blob>> written = new ArrayList<>();
      for (int i = 0; i < layers; i++) {
        int number = i;
        written.add(threads.submit(() -> image.layer(number)));
      }
      List<Blob> blobs = new ArrayList<>();
      for (Future<Blob> blob : written) {
        blobs.add(blob.get());
      }
      image.describe(folder, blobs);
    } finally {
      threads.shutdownNow();
    }
  }

  /** A blob as a descriptor names it; the diff ID is that of a layer. */
  private record Blob(String mediaType, Digest digest, Digest diffId, long size) {
    String descriptor() {
      return """
      {"mediaType":"application/vnd.oci.image.%s","digest":"%s","size":%d}\
      """
          .formatted(mediaType, digest, size);
    }
  }

  private Blob layer(int number) throws IOException {
    boolean gzip = number % 2 == 1;
    Path file = blobs.resolve("layer-" + number);
    DigestOutputStream stored =
        new DigestOutputStream(
            new BufferedOutputStream(Files.newOutputStream(file), 1 << 20),
            Digest.newHash("sha256"));
    OutputStream coded = gzip ? new GZIPOutputStream(stored, 64 << 10) : stored;
    DigestOutputStream plain = new DigestOutputStream(coded, Digest.newHash("sha256"));
    try (plain) {
      archive(new TarWriter(plain), number);
    }
    Digest digest = Digest.of("sha256", stored.getMessageDigest().digest());
    Digest diffId = Digest.of("sha256", plain.getMessageDigest().digest());
    long size = Files.size(file);
    Files.move(file, blobs.resolve(digest.hex()));
    return new Blob("layer.v1.tar" + (gzip ? "+gzip" : ""), digest, diffId, size);
  }

  private void archive(TarWriter tar, int number) throws IOException {
    Random random = new Random(number);
    String top = "usr/share/part-" + number;
    String folder = top;
    tar.folder(top);
    for (int i = 0; i < filesPerLayer; i++) {
      if (i % FILES_PER_FOLDER == 0) {
        folder = String.format(Locale.ROOT, "%s/group-%05d", top, i / FILES_PER_FOLDER);
        tar.folder(folder);
      }
      int length = random.nextInt((int) Math.min(SAMPLE / 2, 2 * bytesPerFile + 1));
      String name = String.format(Locale.ROOT, "%s/file-%07d.dat", folder, i);
      tar.file(name, sample, random.nextInt(SAMPLE - length), length);
    }
    tar.end();
  }

  /** Bytes that gzip makes half as large: random ones, and words in between. */
  private static byte[] sample() {
    byte[] bytes = new byte[SAMPLE];
    Random random = new Random(42);
    byte[] words = "the quick brown fox jumps over ".getBytes(StandardCharsets.US_ASCII);
    byte[] noise = new byte[64];
    for (int at = 0; at < bytes.length; at++) {
      if (at % 64 == 0) {
        random.nextBytes(noise);
      }
      boolean text = at / 64 % 2 == 0;
      bytes[at] = text ? words[(at + at / 640) % words.length] : noise[at % 64];
    }
    return bytes;
  }

  private void describe(Path folder, List<Blob> layers) throws IOException {
    Blob config =
        document(
            "config.v1+json",
            """
            {"architecture":"amd64","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":[%s]}}\
            """
                .formatted(
                    layers.stream()
                        .map(layer -> "\"" + layer.diffId() + "\"")
                        .collect(Collectors.joining(","))));
    Blob manifest =
        document(
            "manifest.v1+json",
            """
            {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":%s,"layers":[%s]}\
            """
                .formatted(
                    config.descriptor(),
                    layers.stream().map(Blob::descriptor).collect(Collectors.joining(","))));
    Files.writeString(
        folder.resolve("index.json"),
        """
        {"schemaVersion":2,"manifests":[%s]}\
        """
            .formatted(manifest.descriptor()));
    Files.writeString(folder.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
  }

  private Blob document(String mediaType, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    Digest digest = Digest.sha256(bytes);
    Files.write(blobs.resolve(digest.hex()), bytes);
    return new Blob(mediaType, digest, digest, bytes.length);
  }
}
