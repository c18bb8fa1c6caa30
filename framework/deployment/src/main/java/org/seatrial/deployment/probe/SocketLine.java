package org.seatrial.deployment.probe;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.seatrial.check.process.ListeningSocket.Protocol;

/**
 * A line of {@code /proc/net/tcp} and its like (proc_net(5)).
 *
 * @param address the local one, as text
 * @param connected whether there is an address at the other end
 */
record SocketLine(String address, int port, boolean connected, int state, long uid, long inode) {

  /** {@code TCP_LISTEN} of the kernel's tcp_states.h. */
  private static final int LISTEN = 0x0A;

  /** {@code TCP_CLOSE}, which UDP sockets are in while they are not connected. */
  private static final int CLOSE = 0x07;

  private static final int INODE = 9;

  static SocketLine parse(String line, boolean bigEndian) throws GarbledException {
    List<String> words =
        Arrays.stream(line.strip().split(" ", -1)).filter(word -> !word.isEmpty()).toList();
    if (words.size() <= INODE) {
      throw GarbledException.of("a line of /proc/net", RawNames.encode(line), 0);
    }
    String local = words.get(1);
    int colon = local.length() - 5;
    boolean valid = (colon == 8 || colon == 32) && local.charAt(colon) == ':';
    if (!valid || !local.substring(0, colon).chars().allMatch(HexFormat::isHexDigit)) {
      throw GarbledException.of("a local address", RawNames.encode(line), 0);
    }
    byte[] address = HexFormat.of().parseHex(local.substring(0, colon));
    if (!bigEndian) {
      reverseWords(address);
    }
    return new SocketLine(
        text(address),
        (int) ProcessStatus.number(local.substring(colon + 1), 16),
        words.get(2).chars().anyMatch(c -> c != '0' && c != ':'),
        (int) ProcessStatus.number(words.get(3), 16),
        ProcessStatus.number(words.get(7), 10),
        ProcessStatus.number(words.get(INODE), 10));
  }

  /** Tell whether somebody listens: for UDP, is bound and not connected. */
  boolean listens(Protocol protocol) {
    return port > 0 && (protocol == Protocol.TCP ? state == LISTEN : state == CLOSE && !connected);
  }

  /** The kernel prints each word of 32 bits as its processor reads it. */
  private static void reverseWords(byte[] address) {
    for (int word = 0; word < address.length; word += 4) {
      for (int i = 0; i < 2; i++) {
        byte kept = address[word + i];
        address[word + i] = address[word + 3 - i];
        address[word + 3 - i] = kept;
      }
    }
  }

  /** Return the usual form: dotted for IPv4, RFC 5952 for IPv6. */
  private static String text(byte[] address) {
    if (address.length == 4) {
      return dotted(address, 0);
    }
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (address[2 * i] & 0xff) << 8 | (address[2 * i + 1] & 0xff);
    }
    boolean mapped = groups[5] == 0xffff;
    for (int i = 0; i < 5; i++) {
      mapped &= groups[i] == 0;
    }
    return mapped ? "::ffff:" + dotted(address, 12) : shortened(groups);
  }

  private static String dotted(byte[] address, int from) {
    return (address[from] & 0xff)
        + "."
        + (address[from + 1] & 0xff)
        + "."
        + (address[from + 2] & 0xff)
        + "."
        + (address[from + 3] & 0xff);
  }

  private static String shortened(int[] groups) {
    int from = 0;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        from = i;
        length = end - i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (length > 1 && i == from) {
        text.append("::");
        i += length - 1;
      } else {
        boolean first = text.length() == 0 || text.charAt(text.length() - 1) == ':';
        text.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }
}
