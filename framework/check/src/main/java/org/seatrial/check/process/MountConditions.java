package org.seatrial.check.process;

import java.util.function.Predicate;
import org.seatrial.check.Condition;
import org.seatrial.check.Judgement;
import org.seatrial.check.Printable;

/**
 * The conditions on what is mounted. To be imported statically. All are violated when the path is
 * no mount point.
 */
public final class MountConditions {

  private MountConditions() {}

  /** Require this type of file system, such as {@code tmpfs}. */
  public static Condition<Mount> beOfType(String type) {
    return of("be of type " + type, "type " + type, mount -> mount.type().equals(type));
  }

  /**
   * Require this option, such as {@code ro}, {@code nosuid}, or {@code size=65536k}; without a
   * value, {@code size} is any size. {@code rw} is violated where the mount is read-only though its
   * file system is not.
   */
  public static Condition<Mount> haveOption(String option) {
    return of(
        "have option " + Printable.of(option),
        "option " + option,
        mount ->
            !(option.equals("rw") && mount.options().contains("ro"))
                && mount.options().stream()
                    .anyMatch(o -> o.equals(option) || o.startsWith(option + "=")));
  }

  /** Require this source, as the kernel names it, such as {@code /dev/sda1} or {@code tmpfs}. */
  public static Condition<Mount> comeFrom(String source) {
    return of(
        "come from " + Printable.of(source),
        "source " + source,
        mount -> mount.source().equals(source));
  }

  private static Condition<Mount> of(String phrase, String expected, Predicate<Mount> wanted) {
    return Condition.of(
        phrase,
        expected,
        (known, facts) ->
            Judgement.of(
                wanted.test(known.value()),
                expected,
                known.value().description(),
                known.evidence()));
  }
}
