package org.seatrial.deployment.http;

/** Addresses as they may be shown. */
final class Addresses {

  private Addresses() {}

  /** Return the address without what stands before the host's {@code @}. */
  static String shown(String address) {
    int start = address.indexOf("//");
    if (start < 0) {
      return address;
    }
    int end = start + 2;
    while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    int at = address.lastIndexOf('@', end - 1);
    return at < start + 2
        ? address
        : address.substring(0, start + 2) + "…@" + address.substring(at + 1);
  }
}
