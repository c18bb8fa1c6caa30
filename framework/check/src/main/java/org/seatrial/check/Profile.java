package org.seatrial.check;

import java.util.List;

/**
 * A named, documented set of checks, such as {@code nonRoot}. The command finds profiles through
 * {@link java.util.ServiceLoader}: a public class with a public constructor without parameters,
 * named in {@code META-INF/services/org.seatrial.check.Profile}. A team's own profiles are found in
 * the same way, and are as good as those that come with Seatrial.
 *
 * <pre>{@code
 * public final class ShopProfile implements Profile {
 *   public String name() {
 *     return "shop";
 *   }
 *
 *   public String description() {
 *     return "what every image of the shop must keep";
 *   }
 *
 *   public List<Check> checks() {
 *     return List.of(
 *         file("/opt/shop/shop.conf")
 *             .should(exist(), haveMode("0640"))
 *             .because("it holds the password of the database"));
 *   }
 * }
 * }</pre>
 *
 * <p>Implementations do nothing but declare: no file is read and nothing is run to make the checks.
 */
public interface Profile {

  /**
   * Return the name by which it is asked for, such as {@code nonRoot}: letters, digits, {@code .},
   * {@code -} and {@code _}, beginning with a letter; unique among the profiles in use.
   */
  String name();

  /** Return what the profile is for, as one line without a full stop. */
  String description();

  /** Return the checks in the order in which they are reported; not empty. */
  List<Check> checks();
}
