package org.seatrial.image.layer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.seatrial.image.oci.Digest;

/** A file of the cache, whatever it holds: an index whose every entry can be read, or none. */
class IndexFuzzTest {

  private static final Digest DIFF_ID = Digest.sha256(new byte[0]);

  @FuzzTest(maxDuration = "1m")
  void any_bytes(byte[] bytes) {
    read(bytes);
  }

  /** The checksum keeps nearly all of {@link #any_bytes} out; here it is made right. */
  @FuzzTest(maxDuration = "1m")
  void bytes_after_a_right_head(byte[] bytes) {
    int rows = Math.max(0, Math.min(4, (bytes.length - 1) / IndexFormat.ROW));
    byte[] array = new byte[IndexFormat.HEAD + bytes.length];
    System.arraycopy(bytes, 0, array, IndexFormat.HEAD, bytes.length);
    byte[] id = DIFF_ID.toString().getBytes(StandardCharsets.US_ASCII);
    ByteBuffer.wrap(array)
        .put("SEALAYER".getBytes(StandardCharsets.US_ASCII))
        .putInt(IndexFormat.VERSION)
        .putInt(0)
        .put(Arrays.copyOf(id, 136))
        .putLong(1024)
        .putInt(rows)
        .putInt(bytes.length - rows * IndexFormat.ROW);
    CRC32C sum = new CRC32C();
    sum.update(array, 16, array.length - 16);
    ByteBuffer.wrap(array).putInt(12, (int) sum.getValue());
    read(array);
  }

  private static void read(byte[] array) {
    Optional<LayerIndex> index = IndexFormat.read(array, DIFF_ID);
    index.ifPresent(
        found -> {
          for (int entry = 0; entry < found.count(); entry++) {
            assertThat(found.entries().get(entry).path()).startsWith("/");
            found.linkTarget(entry);
            found.capability(entry);
            found.content(entry);
          }
        });
  }
}
