package org.seatrial.docker;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The path and query of a request, encoded part by part. Bytes that are no valid UTF-8, which paths
 * keep as lone surrogates, are encoded as the bytes that they were.
 */
final class Target {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final StringBuilder text;

  private Target(String path) {
    text = new StringBuilder(path);
  }

  /** Return the target of a path that is encoded already. */
  static Target of(String path) {
    return new Target(path);
  }

  /** Add a parameter. */
  Target with(String name, String value) {
    text.append(text.indexOf("?") < 0 ? '?' : '&').append(name).append('=');
    value.codePoints().forEach(this::encode);
    return this;
  }

  private void encode(int point) {
    boolean plain =
        (point >= 'a' && point <= 'z')
            || (point >= 'A' && point <= 'Z')
            || (point >= '0' && point <= '9')
            || (point < 127 && "-._~/".indexOf(point) >= 0);
    if (plain) {
      text.append((char) point);
    } else if (point >= 0xDC80 && point <= 0xDCFF) {
      encode((byte) point);
    } else {
      for (byte each : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
        encode(each);
      }
    }
  }

  private void encode(byte each) {
    text.append('%').append(HEX.toHexDigits(each));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
