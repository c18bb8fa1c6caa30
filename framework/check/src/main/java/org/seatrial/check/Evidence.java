package org.seatrial.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a fact was seen: named details in the order in which a person reads them, such as {@code
 * path}, {@code layer}, {@code instruction}, {@code pid}. Keys are unique; values are as observed
 * and are made printable only when they are shown.
 *
 * @param details the details, most telling first; empty when the fact was made up
 */
public record Evidence(List<Detail> details) {

  /** One named detail, such as {@code layer} = {@code 2 of 5, sha256:9f2c…}. */
  public record Detail(String key, String value) {}

  private static final Evidence NONE = new Evidence(List.of());

  public Evidence {
    details = List.copyOf(details);
  }

  /** Return the evidence of a fact that comes from nowhere, such as a made-up one. */
  public static Evidence none() {
    return NONE;
  }

  /** Return evidence with one detail. */
  public static Evidence of(String key, String value) {
    return new Evidence(List.of(new Detail(key, value)));
  }

  /**
   * Return this evidence with one more detail; a detail of the same key is replaced where it
   * stands.
   */
  public Evidence with(String key, String value) {
    return and(of(key, value));
  }

  /**
   * Return the details of both; where both have a key, the other's value wins at this one's
   * position.
   */
  public Evidence and(Evidence other) {
    if (other.details.isEmpty()) {
      return this;
    }
    List<Detail> all = new ArrayList<>(details);
    for (Detail detail : other.details) {
      int at = indexOf(all, detail.key());
      if (at < 0) {
        all.add(detail);
      } else {
        all.set(at, detail);
      }
    }
    return new Evidence(all);
  }

  /** Return the value of the detail with this key, if it is there. */
  public Optional<String> detail(String key) {
    return details.stream().filter(d -> d.key().equals(key)).map(Detail::value).findFirst();
  }

  /**
   * Return the details as one printable line, {@code layer 2 of 5, made by RUN …}; empty without
   * any.
   */
  public String text() {
    return details.stream()
        .map(d -> Printable.of(d.key()) + " " + Printable.of(d.value()))
        .collect(Collectors.joining(", "));
  }

  private static int indexOf(List<Detail> details, String key) {
    for (int i = 0; i < details.size(); i++) {
      if (details.get(i).key().equals(key)) {
        return i;
      }
    }
    return -1;
  }
}
