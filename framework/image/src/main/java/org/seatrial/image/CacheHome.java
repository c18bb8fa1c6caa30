package org.seatrial.image;

import java.nio.file.Path;
import java.util.Map;

/** Where Seatrial keeps what it may lose: the user's cache folder. */
public final class CacheHome {

  private CacheHome() {}

  /**
   * Return the folder: {@code SEATRIAL_CACHE}, else {@code seatrial} in {@code XDG_CACHE_HOME},
   * else in the cache folder of the user's home (XDG Base Directory Specification). It needs not
   * exist.
   *
   * @param environment the environment variables
   * @param home the user's home folder
   */
  public static Path find(Map<String, String> environment, Path home) {
    String own = environment.getOrDefault("SEATRIAL_CACHE", "");
    if (!own.isEmpty()) {
      return Path.of(own).toAbsolutePath();
    }
    Path xdg = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
    Path caches = xdg.isAbsolute() ? xdg : home.resolve(".cache");
    return caches.resolve("seatrial");
  }

  /** Return the folder of the user who runs this. */
  public static Path find() {
    return find(System.getenv(), Path.of(System.getProperty("user.home", ".")));
  }
}
