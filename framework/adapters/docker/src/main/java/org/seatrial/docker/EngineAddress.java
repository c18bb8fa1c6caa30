package org.seatrial.docker;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.seatrial.check.InspectionException;

/** Where a Docker engine listens, and what says so. An immutable value. */
public final class EngineAddress {

  private final String url;
  private final String origin;
  private final Transport transport;

  EngineAddress(String url, String origin, Transport transport) {
    this.url = url;
    this.origin = origin;
    this.transport = transport;
  }

  /**
   * Find the engine that the {@code docker} command would use: the one that {@code DOCKER_HOST}
   * names (encrypted when {@code DOCKER_TLS_VERIFY} is set, with the files in {@code
   * DOCKER_CERT_PATH}), or the context that {@code DOCKER_CONTEXT} or the configuration in the home
   * folder names, or the usual socket of the system, or that of an engine without root. If nothing
   * is found, it is the usual socket of the system, where connecting will explain itself.
   *
   * @param environment the variables, such as {@link System#getenv()}
   * @param home the user's home folder
   * @throws InspectionException when an address can't be used, or a context does not exist
   */
  public static EngineAddress find(Map<String, String> environment, Path home) {
    return new EngineSearch(environment, home).find();
  }

  /**
   * Parse an address.
   *
   * @param text {@code unix:///path}, {@code tcp://host:port} or {@code host:port}
   * @param origin what says the address, for messages, such as {@code DOCKER_HOST}
   * @throws InspectionException when the text is something else, saying what to do
   */
  public static EngineAddress parse(String text, String origin) {
    return parse(text, origin, Optional.empty());
  }

  static EngineAddress parse(String text, String origin, Optional<TlsFiles> tls) {
    int end = text.indexOf("://");
    String scheme = end < 0 ? "tcp" : text.substring(0, end).toLowerCase(Locale.ROOT);
    if (end < 0 && text.startsWith("/")) {
      throw unusable(text, origin, "a socket is written as unix://" + text);
    }
    String rest = end < 0 ? text : text.substring(end + 3);
    return switch (scheme) {
      case "unix" -> unix(text, rest, origin);
      case "tcp", "http" -> tcp(text, rest, origin, tls);
      case "https" -> throw unusable(text, origin, "write tcp:// and set DOCKER_TLS_VERIFY=1");
      case "ssh" ->
          throw unusable(text, origin, "connections by ssh are not supported; " + tunnel(rest));
      case "npipe" ->
          throw unusable(
              text,
              origin,
              "named pipes of Windows are not supported; let the engine listen on"
                  + " tcp://localhost:2375, or run in WSL 2, and set DOCKER_HOST");
      default -> throw unusable(text, origin, "only unix:// and tcp:// are supported");
    };
  }

  private static EngineAddress unix(String text, String path, String origin) {
    try {
      Path socket = Path.of(path);
      if (!socket.isAbsolute()) {
        throw unusable(text, origin, "the path must be absolute, as in unix:///run/docker.sock");
      }
      return new EngineAddress(text, origin, new UnixTransport(socket));
    } catch (InvalidPathException e) {
      throw unusable(text, origin, "it is no path (" + e.getReason() + ")");
    }
  }

  private static EngineAddress tcp(
      String text, String rest, String origin, Optional<TlsFiles> tls) {
    HostAndPort target;
    try {
      target = HostAndPort.parse(rest, tls.isPresent() ? 2376 : 2375);
    } catch (IllegalArgumentException e) {
      throw unusable(text, origin, String.valueOf(e.getMessage()));
    }
    Transport transport =
        tls.isPresent() ? new TlsTransport(target, tls.get()) : new TcpTransport(target);
    return new EngineAddress("tcp://" + target, origin, transport);
  }

  private static String tunnel(String rest) {
    String target = rest.substring(rest.lastIndexOf('@') + 1);
    return "open a tunnel (ssh -nNT -L /tmp/docker.sock:/var/run/docker.sock "
        + target
        + ") and set DOCKER_HOST=unix:///tmp/docker.sock";
  }

  private static InspectionException unusable(String text, String origin, String reason) {
    return new InspectionException(
        "cannot use the address of a Docker engine \""
            + withoutUser(text)
            + "\" ("
            + origin
            + "): "
            + reason);
  }

  /**
   * Return the machine that the engine runs on, as it was named; nothing for a socket of this
   * machine.
   */
  public Optional<String> host() {
    return transport.machine();
  }

  /** Leave out what stands before an {@code @}: it may hold a password. */
  private static String withoutUser(String text) {
    int start = text.indexOf("://");
    int user = text.lastIndexOf('@');
    return start < 0 || user < start
        ? text
        : text.substring(0, start + 3) + "…" + text.substring(user);
  }

  Transport transport() {
    return transport;
  }

  /** Return the address, such as {@code unix:///var/run/docker.sock}. */
  public String url() {
    return url;
  }

  /** Return what says the address, such as {@code DOCKER_HOST} or {@code context remote}. */
  public String origin() {
    return origin;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EngineAddress that
        && transport.equals(that.transport)
        && origin.equals(that.origin);
  }

  @Override
  public int hashCode() {
    return transport.hashCode();
  }

  /** Return the address and what says it, as messages show it. */
  @Override
  public String toString() {
    return url + " (" + origin + ')';
  }
}
