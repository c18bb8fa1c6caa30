package org.seatrial.image.packages;

/**
 * The order of Debian's versions, as in the Debian Policy Manual, section 5.6.12: epoch, then
 * upstream version, then revision; in each, stretches without digits and numbers take turns.
 */
final class DebianVersions {

  private final String epoch;
  private final String upstream;
  private final String revision;

  private DebianVersions(String version) {
    int colon = Digits.end(version, 0);
    boolean hasEpoch = colon > 0 && colon < version.length() && version.charAt(colon) == ':';
    this.epoch = hasEpoch ? version.substring(0, colon) : "";
    String rest = hasEpoch ? version.substring(colon + 1) : version;
    int hyphen = rest.lastIndexOf('-');
    this.upstream = hyphen < 0 ? rest : rest.substring(0, hyphen);
    this.revision = hyphen < 0 ? "" : rest.substring(hyphen + 1);
  }

  static int compare(String first, String second) {
    DebianVersions a = new DebianVersions(first);
    DebianVersions b = new DebianVersions(second);
    int order = Digits.compare(a.epoch, b.epoch);
    if (order == 0) {
      order = compareParts(a.upstream, b.upstream);
    }
    return order == 0 ? compareParts(a.revision, b.revision) : order;
  }

  private static int compareParts(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() || j < b.length()) {
      // The stretch without digits: character by character, an end or a digit in between.
      while (isText(a, i) || isText(b, j)) {
        int order = Integer.compare(weight(a, i), weight(b, j));
        if (order != 0) {
          return order;
        }
        i++;
        j++;
      }
      int endA = Digits.end(a, i);
      int endB = Digits.end(b, j);
      int order = Digits.compare(a.substring(i, endA), b.substring(j, endB));
      if (order != 0) {
        return order;
      }
      i = endA;
      j = endB;
    }
    return 0;
  }

  private static boolean isText(String part, int at) {
    return at < part.length() && !Digits.isDigit(part.charAt(at));
  }

  /** A tilde comes before everything, the end included; letters come before other characters. */
  private static int weight(String part, int at) {
    if (!isText(part, at)) {
      return 0;
    }
    char c = part.charAt(at);
    if (c == '~') {
      return -1;
    }
    return Digits.isLetter(c) ? c : c + 256;
  }
}
