package org.seatrial.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class BusyboxArchiveTest {

  @Test
  void holds_the_program_and_the_names_that_a_probe_calls() {
    byte[] tar = BusyboxArchive.of(new byte[700]);
    assertThat(TestTar.names(tar))
        .startsWith("bin/", "bin/busybox")
        .contains("bin/sh", "bin/stat", "bin/find");
    assertThat(tar.length % 512).isZero();
  }

  @Test
  void tells_a_program_that_needs_no_other_file() {
    assertThat(BusyboxArchive.isStatic(elf(1, 1))).isTrue();
    assertThat(BusyboxArchive.isStatic(elf(1, 3))).isFalse();
    assertThat(BusyboxArchive.isStatic(elf())).isFalse();
    assertThat(BusyboxArchive.isStatic("#!/bin/sh".getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @Test
  void takes_no_program_whose_headers_lie_outside_of_it() {
    byte[] elf = elf(1, 1);
    ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN).putLong(32, Long.MAX_VALUE - 3);
    assertThat(BusyboxArchive.isStatic(elf)).isFalse();
  }

  /** Return a program of 64 bits with program headers of these types. */
  private static byte[] elf(int... types) {
    ByteBuffer elf = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
    elf.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1});
    elf.putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) types.length);
    for (int i = 0; i < types.length; i++) {
      elf.putInt(64 + 56 * i, types[i]);
    }
    return elf.array();
  }
}
