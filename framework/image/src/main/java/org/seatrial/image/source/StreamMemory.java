package org.seatrial.image.source;

import java.util.Optional;

/** Remembers between runs what was seen of streams whose content never changes. May forget. */
public interface StreamMemory {

  /** Return what was remembered under this name; nothing when it was not, or was forgotten. */
  Optional<byte[]> recall(String name);

  /** Remember. */
  void remember(String name, byte[] bytes);

  /** Return a memory that forgets at once. */
  static StreamMemory none() {
    return new StreamMemory() {
      @Override
      public Optional<byte[]> recall(String name) {
        return Optional.empty();
      }

      @Override
      public void remember(String name, byte[] bytes) {}
    };
  }
}
