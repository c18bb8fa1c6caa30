package org.seatrial.testkit.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** How layers are packed in the OCI layout. */
public enum LayerPacking {
  /** As plain tar archives. */
  PLAIN(""),
  /**
   * As gzip archives. Their content is stored as it is, since compressors differ from one machine
   * to the next, and so would the digests.
   */
  GZIP("+gzip");

  private static final String LAYER = "application/vnd.oci.image.layer.v1.tar";

  /** The most bytes that one stored block holds (RFC 1951, 3.2.4). */
  private static final int BLOCK = 65_535;

  private static final int FRAME = 18;

  private final String suffix;

  LayerPacking(String suffix) {
    this.suffix = suffix;
  }

  Blob pack(byte[] tar) {
    return new Blob(LAYER + suffix, this == PLAIN ? tar : gzip(tar));
  }

  /** Write the header, stored blocks, and the checksum and size (RFC 1952, 2.3). */
  private static byte[] gzip(byte[] bytes) {
    int blocks = Math.max(1, (bytes.length + BLOCK - 1) / BLOCK);
    ByteBuffer out =
        ByteBuffer.allocate(FRAME + 5 * blocks + bytes.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff});
    for (int i = 0; i < blocks; i++) {
      int length = Math.min(BLOCK, bytes.length - i * BLOCK);
      out.put((byte) (i == blocks - 1 ? 1 : 0)).putShort((short) length).putShort((short) ~length);
      out.put(bytes, i * BLOCK, length);
    }
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return out.putInt((int) sum.getValue()).putInt(bytes.length).array();
  }
}
