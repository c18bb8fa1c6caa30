package org.seatrial.image.source;

import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatrial.image.tar.Region;

/** The bytes of a blob as they are stored, plain or compressed, while a visitor is called. */
public final class LayerBytes {

  private final InputStream stream;
  private final @Nullable Region region;

  private LayerBytes(InputStream stream, @Nullable Region region) {
    this.stream = stream;
    this.region = region;
  }

  /** Return bytes that can be read once, forward. */
  public static LayerBytes of(InputStream stream) {
    return new LayerBytes(stream, null);
  }

  /** Return bytes in a file, which can be read in any order too. */
  public static LayerBytes of(Region region) {
    return new LayerBytes(region.stream(), region);
  }

  /** Return the bytes from the first to the last; always the same stream. It needs no closing. */
  public InputStream stream() {
    return stream;
  }

  /** Return where in a file they are; nothing when they come as a stream. */
  public Optional<Region> region() {
    return Optional.ofNullable(region);
  }
}
