package org.seatrial.image.layer;

import java.security.MessageDigest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.seatrial.image.oci.Digest;

/**
 * Computes digests beside the thread that reads, which is busy with decompression. Each {@link
 * Lane} is one digest; its buffers are filled by the reader, hashed here, and filled again.
 */
final class HashThread implements AutoCloseable {

  /** Bytes of a buffer: small enough to stay in a processor's cache until it is hashed. */
  static final int BUFFER = 128 << 10;

  /** Buffers of a lane, which is how far reading may run ahead of hashing. */
  private static final int BUFFERS = 8;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "seatrial-hash");
            made.setDaemon(true);
            return made;
          });

  /** Begin a digest of this algorithm. */
  Lane lane(String algorithm) {
    return new Lane(algorithm, Digest.newHash(algorithm));
  }

  /** End the thread; digests that are not finished are given up. */
  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** One digest. Used by one thread. */
  final class Lane {

    private final String algorithm;
    private final MessageDigest hash;
    private final byte[][] buffers = new byte[BUFFERS][];
    private final Semaphore free = new Semaphore(BUFFERS);
    private volatile boolean failed;
    private int current;
    private int filled;
    private long bytes;

    private Lane(String algorithm, MessageDigest hash) {
      this.algorithm = algorithm;
      this.hash = hash;
    }

    /**
     * Return a buffer to fill from its start. What was submitted before may still be read by the
     * caller, until the next buffer is asked for.
     */
    byte[] next() {
      free.acquireUninterruptibly();
      byte[] buffer = buffers[current];
      if (buffer == null) {
        buffer = new byte[BUFFER];
        buffers[current] = buffer;
      }
      return buffer;
    }

    /** Hash this many bytes of the buffer that was asked for last. */
    void submit(int length) {
      byte[] buffer = buffers[current];
      current = (current + 1) % BUFFERS;
      bytes += length;
      thread.execute(() -> hash(buffer, length));
    }

    private void hash(byte[] buffer, int length) {
      boolean hashed = false;
      try {
        hash.update(buffer, 0, length);
        hashed = true;
      } finally {
        failed |= !hashed;
        free.release();
      }
    }

    /** Hash a copy of some bytes. */
    void update(byte[] from, int offset, int length) {
      int done = 0;
      while (done < length) {
        if (filled == 0) {
          next();
        }
        int n = Math.min(length - done, BUFFER - filled);
        System.arraycopy(from, offset + done, buffers[current], filled, n);
        filled += n;
        done += n;
        if (filled == BUFFER) {
          filled = 0;
          submit(BUFFER);
        }
      }
    }

    /** Return the name of the algorithm, as digests begin with it. */
    String algorithm() {
      return algorithm;
    }

    /** Return the number of bytes so far. */
    long bytes() {
      return bytes + filled;
    }

    /** Wait until all is hashed and return the digest. */
    Digest finish() {
      if (filled > 0) {
        submit(filled);
        filled = 0;
      }
      free.acquireUninterruptibly(BUFFERS);
      if (failed) {
        throw new IllegalStateException("hashing failed");
      }
      return Digest.of(algorithm, hash.digest());
    }
  }
}
