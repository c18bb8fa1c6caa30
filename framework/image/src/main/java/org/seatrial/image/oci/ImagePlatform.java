package org.seatrial.image.oci;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.seatrial.check.Printable;

/**
 * The operating system and processor that an image is built for, named as Go names them (OCI image
 * specification, image-index.md, "platform"). Two platforms are equal only when they are written
 * alike; {@link #normalized()} makes spellings of the same platform equal.
 *
 * @param os such as {@code linux}
 * @param architecture such as {@code amd64}
 * @param variant such as {@code v7}; empty when none is given
 * @param osVersion such as {@code 10.0.17763.1040}; empty when none is given, as on Linux
 */
public record ImagePlatform(String os, String architecture, String variant, String osVersion) {

  private static final String LINUX = "linux";

  private static final Set<String> KNOWN_ARCHITECTURES =
      Set.of("386", "amd64", "arm", "arm64", "loong64", "mips64le", "ppc64le", "riscv64", "s390x");

  /** Return the platform with no variant given. */
  public static ImagePlatform of(String os, String architecture) {
    return new ImagePlatform(os, architecture, "", "");
  }

  /** Return the platform of the images that this machine runs without emulation: always Linux. */
  public static ImagePlatform host() {
    return host(System.getProperty("os.arch", "amd64"));
  }

  /** Return the same for a machine of which Java says this. */
  static ImagePlatform host(String javaArchitecture) {
    return of(LINUX, javaArchitecture).normalized();
  }

  /**
   * Read a platform as people write it: {@code linux/arm64/v8}, {@code linux/amd64}, {@code arm64}
   * (of Linux), or {@code windows(10.0.17763.1040)/amd64}.
   *
   * @throws IllegalArgumentException when it is not one
   */
  public static ImagePlatform parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length == 1) {
      ImagePlatform linux = of(LINUX, text).normalized();
      if (!KNOWN_ARCHITECTURES.contains(linux.architecture())) {
        throw unreadable(text);
      }
      return of(LINUX, text);
    }
    String os = parts[0];
    String osVersion = "";
    int bracket = os.indexOf('(');
    if (bracket >= 0 && os.endsWith(")")) {
      osVersion = os.substring(bracket + 1, os.length() - 1);
      os = os.substring(0, bracket);
      requirePart(osVersion, text);
    }
    if (parts.length > 3) {
      throw unreadable(text);
    }
    requirePart(os, text);
    requirePart(parts[1], text);
    if (parts.length == 3) {
      requirePart(parts[2], text);
    }
    return new ImagePlatform(os, parts[1], parts.length == 3 ? parts[2] : "", osVersion);
  }

  static ImagePlatform from(Json json) {
    return new ImagePlatform(
        json.get("os").requiredText(),
        json.get("architecture").requiredText(),
        json.get("variant").text(),
        json.get("os.version").text());
  }

  /**
   * Return the one spelling of this platform: {@code x86_64} is {@code amd64}, {@code aarch64} and
   * {@code arm64/v8} are {@code arm64}, {@code arm} is {@code arm/v7}.
   */
  public ImagePlatform normalized() {
    String system = os.toLowerCase(Locale.ROOT);
    String processor = architecture.toLowerCase(Locale.ROOT);
    String kind = variant.toLowerCase(Locale.ROOT);
    return switch (processor) {
      case "i386", "i686", "x86" -> with(system, "386", "");
      case "x86_64", "x86-64", "amd64" -> with(system, "amd64", kind.equals("v1") ? "" : kind);
      case "aarch64", "arm64" ->
          with(system, "arm64", kind.equals("8") || kind.equals("v8") ? "" : kind);
      case "armhf" -> with(system, "arm", "v7");
      case "armel" -> with(system, "arm", "v6");
      case "arm" -> with(system, "arm", kind.isEmpty() ? "v7" : versioned(kind));
      default -> with(system, processor, kind);
    };
  }

  /**
   * Tell how well an image for another platform does where this one is wanted: 0 when they are the
   * same, more the older the variant of the same processor is, -1 when it does not run there.
   */
  public int distanceTo(ImagePlatform offered) {
    ImagePlatform other = offered.normalized();
    ImagePlatform wanted = normalized();
    if (!wanted.os.equals(other.os)
        || !wanted.architecture.equals(other.architecture)
        || !(osVersion.isEmpty() || osVersion.equals(other.osVersion))) {
      return -1;
    }
    return wanted.variants().indexOf(other.variant);
  }

  /** Return the variants whose programs this processor runs, its own first. */
  private List<String> variants() {
    List<String> all = new ArrayList<>(List.of(variant));
    int number = variant.length() == 2 && variant.charAt(0) == 'v' ? variant.charAt(1) - '0' : 0;
    int oldest = architecture.equals("arm") ? 5 : architecture.equals("arm64") ? 9 : 2;
    for (int older = number - 1; older >= oldest; older--) {
      all.add("v" + older);
    }
    if (number > 0 && !architecture.equals("arm")) {
      all.add("");
    }
    return all;
  }

  private ImagePlatform with(String system, String processor, String kind) {
    return new ImagePlatform(
        system.equals("macos") ? "darwin" : system, processor, kind, osVersion);
  }

  private static String versioned(String kind) {
    return kind.length() == 1 ? "v" + kind : kind;
  }

  private static void requirePart(String part, String text) {
    if (part.isEmpty() || !part.chars().allMatch(ImagePlatform::isPartCharacter)) {
      throw unreadable(text);
    }
  }

  private static boolean isPartCharacter(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.');
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "platform must be OS/ARCHITECTURE or OS/ARCHITECTURE/VARIANT, such as linux/amd64 or"
            + " linux/arm64/v8, but was \""
            + Printable.of(text, 200)
            + '"');
  }

  /** Return the text as people write it, {@code linux/arm64/v8}. */
  @Override
  public String toString() {
    return os
        + (osVersion.isEmpty() ? "" : "(" + osVersion + ")")
        + "/"
        + architecture
        + (variant.isEmpty() ? "" : "/" + variant);
  }
}
