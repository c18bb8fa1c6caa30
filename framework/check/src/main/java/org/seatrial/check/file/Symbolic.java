package org.seatrial.check.file;

/** Permissions in chmod's symbolic form, as far as they add something. */
final class Symbolic {

  private Symbolic() {}

  /** Read {@code u+x}, {@code go+r}, {@code a+rx}. */
  static Mode parse(String symbolic) {
    int plus = symbolic.indexOf('+');
    int bits = 0;
    for (int who = 0; who < plus; who++) {
      for (int what = plus + 1; what < symbolic.length(); what++) {
        bits |= "rwx".indexOf(symbolic.charAt(what)) < 0 ? 0 : bits(symbolic, who, what);
      }
    }
    if (plus < 1
        || bits == 0
        || !hasOnly(symbolic.substring(0, plus), "ugoa")
        || !hasOnly(symbolic.substring(plus + 1), "rwx")) {
      throw new IllegalArgumentException(
          "permission must be symbolic, such as g+w, but was \"" + symbolic + "\"");
    }
    return new Mode(bits);
  }

  private static int bits(String symbolic, int who, int what) {
    int bit = 4 >> "rwx".indexOf(symbolic.charAt(what));
    return switch (symbolic.charAt(who)) {
      case 'u' -> bit << 6;
      case 'g' -> bit << 3;
      case 'o' -> bit;
      case 'a' -> bit << 6 | bit << 3 | bit;
      default -> 0;
    };
  }

  private static boolean hasOnly(String text, String letters) {
    return text.chars().allMatch(c -> letters.indexOf(c) >= 0);
  }
}
