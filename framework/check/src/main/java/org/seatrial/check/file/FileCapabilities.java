package org.seatrial.check.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

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
   * Return the names of the permitted and inheritable ones, such as {@code cap_net_raw}, by number.
   */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (int number = 0; number < Long.SIZE; number++) {
      if (((permitted | inheritable) >>> number & 1) == 1) {
        names.add("cap_" + (number < NAMES.size() ? NAMES.get(number) : number));
      }
    }
    return names;
  }

  /** Return them as {@code getcap} prints them, such as {@code cap_net_raw=ep}. */
  @Override
  public String toString() {
    String flags =
        (effective ? "e" : "") + (inheritable != 0 ? "i" : "") + (permitted != 0 ? "p" : "");
    return String.join(",", names())
        + "="
        + flags
        + (rootUid == 0 ? "" : " [rootid=" + rootUid + "]");
  }
}
