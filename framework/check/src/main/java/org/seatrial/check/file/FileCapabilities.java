package org.seatrial.check.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Capabilities that a file grants to the process that executes it: the extended attribute {@code
 * security.capability}, revisions 2 and 3 (Linux {@code struct vfs_ns_cap_data}, capabilities(7)).
 *
 * @param permitted bit n stands for capability number n
 * @param inheritable likewise
 * @param effective whether the permitted ones are raised at once
 * @param rootUid the uid of root in the user namespace that it is valid for; 0 in revision 2
 */
public record FileCapabilities(long permitted, long inheritable, boolean effective, long rootUid) {

  private static final int REVISION_2 = 0x02000000;
  private static final int REVISION_3 = 0x03000000;

  /** Names by number, from linux/capability.h. */
  private static final List<String> NAMES =
      List.of(
          ("chown dac_override dac_read_search fowner fsetid kill setgid setuid setpcap"
               + " linux_immutable net_bind_service net_broadcast net_admin net_raw ipc_lock"
               + " ipc_owner sys_module sys_rawio sys_chroot sys_ptrace sys_pacct sys_admin"
               + " sys_boot sys_nice sys_resource sys_time sys_tty_config mknod lease audit_write"
               + " audit_control setfcap mac_override mac_admin syslog wake_alarm block_suspend"
               + " audit_read perfmon bpf checkpoint_restore")
              .split(" "));

  /**
   * Decode the attribute's value.
   *
   * @throws IllegalArgumentException when it has another revision or length than those two
   */
  public static FileCapabilities parse(byte[] attribute) {
    if (attribute.length != 20 && attribute.length != 24) {
      throw new IllegalArgumentException(
          "security.capability must have 20 or 24 bytes, but has " + attribute.length);
    }
    ByteBuffer words = ByteBuffer.wrap(attribute).order(ByteOrder.LITTLE_ENDIAN);
    int magic = words.getInt();
    int revision = magic & 0xff000000;
    if (revision != (attribute.length == 20 ? REVISION_2 : REVISION_3)) {
      throw new IllegalArgumentException(
          "security.capability must be of revision 2 or 3, but starts with "
              + Integer.toHexString(magic));
    }
    long permittedLow = words.getInt() & 0xffffffffL;
    long inheritableLow = words.getInt() & 0xffffffffL;
    long permittedHigh = words.getInt() & 0xffffffffL;
    long inheritableHigh = words.getInt() & 0xffffffffL;
    long rootUid = revision == REVISION_3 ? words.getInt() & 0xffffffffL : 0;
    return new FileCapabilities(
        permittedLow | permittedHigh << 32,
        inheritableLow | inheritableHigh << 32,
        (magic & 1) == 1,
        rootUid);
  }

  /**
   * Return these capabilities, permitted and effective, as {@code setcap cap_net_raw=ep} sets them:
   * the start of made-up facts.
   *
   * @throws IllegalArgumentException when Linux has none of such a name
   */
  public static FileCapabilities of(String... names) {
    long permitted = 0;
    for (String name : names) {
      permitted |= 1L << NAMES.indexOf(requireName(name).substring("cap_".length()));
    }
    return new FileCapabilities(permitted, 0, true, 0);
  }

  /**
   * Return the names of the permitted and inheritable ones, such as {@code cap_net_raw}, by number.
   */
  public List<String> names() {
    return names(permitted | inheritable);
  }

  /**
   * Return the names of the capabilities that a bit mask stands for, by number.
   *
   * @param bits bit n stands for capability number n; one without a name is {@code cap_} and its
   *     number
   */
  public static List<String> names(long bits) {
    List<String> names = new ArrayList<>();
    for (int number = 0; number < Long.SIZE; number++) {
      if ((bits >>> number & 1) == 1) {
        names.add("cap_" + (number < NAMES.size() ? NAMES.get(number) : number));
      }
    }
    return names;
  }

  /** Return the name in lower case if Linux has a capability of this name. */
  static String requireName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("cap_") || !NAMES.contains(lower.substring("cap_".length()))) {
      throw new IllegalArgumentException(
          "capability must be one of Linux, such as cap_net_bind_service, but was \""
              + name
              + "\"");
    }
    return lower;
  }

  /**
   * Return them as {@code getcap} prints them, such as {@code cap_net_raw=ep}. Where most of all
   * capabilities are granted, {@code getcap} names the others; here, those granted are named.
   */
  @Override
  public String toString() {
    long all = (1L << NAMES.size()) - 1;
    String root = rootUid == 0 ? "" : " [rootid=" + rootUid + "]";
    boolean uniform = permitted % all == 0 && inheritable % all == 0;
    if (uniform && (permitted | inheritable) == all) {
      return "=" + flags(inheritable == all, permitted == all) + root;
    }
    StringJoiner clauses = new StringJoiner(" ");
    clause(clauses, permitted & inheritable, flags(true, true));
    clause(clauses, inheritable & ~permitted, flags(true, false));
    clause(clauses, permitted & ~inheritable, flags(false, true));
    return (clauses.length() == 0 ? "=" : clauses.toString()) + root;
  }

  /** Add what has the same flags; the first clause sets them, others add to it. */
  private static void clause(StringJoiner clauses, long bits, String flags) {
    if (bits != 0) {
      clauses.add(String.join(",", names(bits)) + (clauses.length() == 0 ? "=" : "+") + flags);
    }
  }

  private String flags(boolean inherited, boolean granted) {
    return (effective ? "e" : "") + (inherited ? "i" : "") + (granted ? "p" : "");
  }
}
