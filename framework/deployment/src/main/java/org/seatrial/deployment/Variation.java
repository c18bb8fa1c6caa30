package org.seatrial.deployment;

import java.util.List;

/**
 * How a scenario is changed before it is deployed, as a value: a restricted platform runs the same
 * image under another user, without privileges, or on a read-only file system.
 */
public sealed interface Variation {

  /** Return what reports call it, with all that is needed to repeat it. */
  String name();

  /** Nothing is changed. */
  static Variation asDeclared() {
    return new AsDeclared();
  }

  /** Every service runs as this user id, which no image has heard of, with group 0. */
  static Variation arbitraryUser(long uid) {
    return new ArbitraryUser(uid);
  }

  /** Every service runs as root. */
  static Variation asRoot() {
    return new AsRoot();
  }

  /**
   * Every service has a read-only root file system, with an empty writable one at these paths; a
   * file system that the scenario itself mounts stays as it is.
   */
  static Variation readOnlyRoot(String... tmpfs) {
    return new ReadOnlyRoot(List.of(tmpfs));
  }

  /** No service can gain privileges, and all capabilities are dropped. */
  static Variation noPrivileges() {
    return new NoPrivileges();
  }

  /** The scenario is deployed, taken down without its volumes, and deployed again on them. */
  static Variation restarted() {
    return new Restarted();
  }

  /** The entrypoint script of every service that has one is mounted from a read-only copy. */
  static Variation entrypointMounted() {
    return new EntrypointMounted();
  }

  /** See {@link #asDeclared}. */
  record AsDeclared() implements Variation {
    @Override
    public String name() {
      return "as declared";
    }
  }

  /** See {@link #arbitraryUser}. */
  record ArbitraryUser(long uid) implements Variation {
    public ArbitraryUser {
      if (uid < 1 || uid > 0xFFFF_FFFEL) {
        throw new IllegalArgumentException("uid must be 1 to 4294967294, but was " + uid);
      }
    }

    @Override
    public String name() {
      return "as arbitrary user " + uid;
    }
  }

  /** See {@link #asRoot}. */
  record AsRoot() implements Variation {
    @Override
    public String name() {
      return "as root";
    }
  }

  /** See {@link #readOnlyRoot}. */
  record ReadOnlyRoot(List<String> tmpfs) implements Variation {
    public ReadOnlyRoot {
      tmpfs = List.copyOf(tmpfs);
    }

    @Override
    public String name() {
      return "read-only root" + (tmpfs.isEmpty() ? "" : " with tmpfs " + String.join(", ", tmpfs));
    }
  }

  /** See {@link #noPrivileges}. */
  record NoPrivileges() implements Variation {
    @Override
    public String name() {
      return "no privileges";
    }
  }

  /** See {@link #restarted}. */
  record Restarted() implements Variation {
    @Override
    public String name() {
      return "restarted";
    }
  }

  /** See {@link #entrypointMounted}. */
  record EntrypointMounted() implements Variation {
    @Override
    public String name() {
      return "entrypoint mounted";
    }
  }
}
