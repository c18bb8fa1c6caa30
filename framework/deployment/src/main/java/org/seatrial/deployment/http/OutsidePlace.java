package org.seatrial.deployment.http;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.seatrial.check.Answer;
import org.seatrial.check.Place;
import org.seatrial.check.Request;

/**
 * A service as it is seen from outside: answers {@link HttpRequest} and {@link TcpRequest}, all of
 * a round at the same time. What else is asked is unknown, unless another place answers it.
 */
public final class OutsidePlace implements Place {

  private final String name;
  private final Doors doors;
  private final Optional<Place> rest;

  /** Where the ports of a service are: the one that is asked when nobody says which, and others. */
  private record Doors(URI base, IntFunction<URI> ports) {

    URI of(Optional<Integer> port) {
      return port.isEmpty() ? base : ports.apply(port.get());
    }
  }

  private OutsidePlace(String name, Doors doors, Optional<Place> rest) {
    this.name = requireNonNull(name, "name must not be null");
    this.doors = doors;
    this.rest = rest;
  }

  /**
   * Return the place at this address; other ports are those of the same host.
   *
   * @param base such as {@code http://127.0.0.1:8080}; only its scheme, host and port are used
   * @throws IllegalArgumentException when it is no address of HTTP, or carries user info: send a
   *     header instead
   */
  public static OutsidePlace of(URI base) {
    URI root = root(base);
    return new OutsidePlace(
        root.toString(),
        new Doors(root, port -> URI.create(root.getScheme() + "://" + host(root) + ":" + port)),
        Optional.empty());
  }

  /**
   * Return the place at this address, where other ports have addresses of their own.
   *
   * @param ports returns the address of a port by its number inside; throws {@link
   *     IllegalArgumentException} for one that can't be reached
   */
  public static OutsidePlace of(String name, URI base, IntFunction<URI> ports) {
    return new OutsidePlace(name, new Doors(root(base), ports), Optional.empty());
  }

  /** Return this place, in which the other one answers what is not asked from outside. */
  public OutsidePlace beside(Place other) {
    return new OutsidePlace(other.name(), doors, Optional.of(other));
  }

  private static URI root(URI base) {
    boolean http = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
    if (!http || base.getHost() == null || base.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "base must be an address of HTTP without user info, but was "
              + Addresses.shown(base.toString()));
    }
    String port = base.getPort() < 0 ? "" : ":" + base.getPort();
    return URI.create(base.getScheme() + "://" + host(base) + port);
  }

  private static String host(URI base) {
    return base.getHost();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
    Exchanges exchanges = new Exchanges();
    Set<Request<?>> others = new LinkedHashSet<>();
    Map<Request<?>, Answer<?>> answers = new HashMap<>();
    for (Request<?> request : requests) {
      try {
        if (request instanceof HttpRequest http) {
          exchanges.begin(http, doors.of(http.target().port()));
        } else if (request instanceof TcpRequest tcp) {
          exchanges.begin(tcp, doors.of(Optional.of(tcp.port())));
        } else {
          others.add(request);
        }
      } catch (IllegalArgumentException e) {
        answers.put(request, Answer.unknown(String.valueOf(e.getMessage())));
      }
    }
    rest.ifPresent(place -> answers.putAll(others.isEmpty() ? Map.of() : place.fetch(others)));
    answers.putAll(exchanges.finish());
    others.forEach(
        request ->
            answers.putIfAbsent(request, Answer.unknown(name + " is seen from outside only")));
    return answers;
  }
}
