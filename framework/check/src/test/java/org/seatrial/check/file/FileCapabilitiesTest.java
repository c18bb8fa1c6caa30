package org.seatrial.check.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.file.FileConditions.haveCapabilities;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The attribute security.capability. Values and texts: setcap and getcap of libcap 2.66. */
class FileCapabilitiesTest {

  private static FileCapabilities parse(String hex) {
    return FileCapabilities.parse(HexFormat.of().parseHex(hex));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0100000200200000000000000000000000000000|cap_net_raw=ep",
        "0100000200200000002000000000000000000000|cap_net_raw=eip",
        "0000000200200000000000000000000000000000|cap_net_raw=p",
        "0000000200000000002000000000000000000000|cap_net_raw=i",
        "0100000200000000002000000000000000000000|cap_net_raw=ei",
        "0000000200200000001000000000000000000000|cap_net_admin=i cap_net_raw+p",
        "0100000200200000001000000000000000000000|cap_net_admin=ei cap_net_raw+ep",
        "0100000200300000002000000000000000000000|cap_net_raw=eip cap_net_admin+ep",
        "0000000221000000202000000000000000000000|cap_kill=ip cap_net_raw+i cap_chown+p",
        "01000002ffffffff00000000ff01000000000000|=ep",
        "00000002ffffffff00000000ff01000000000000|=p",
        "01000002ffffffffffffffffff010000ff010000|=eip",
        "0100000201040000000000000001000000000000"
            + "|cap_chown,cap_net_bind_service,cap_checkpoint_restore=ep",
        "0000000200000000000000000000000000000000|=",
        "0100000300200000000000000000000000000000e8030000|cap_net_raw=ep [rootid=1000]",
        "0100000300200000000000000000000000000000ffffffff|cap_net_raw=ep [rootid=4294967295]"
      })
  void reads_what_setcap_writes(String hex, String text) {
    assertThat(parse(hex)).hasToString(text);
  }

  @Test
  void names_what_linux_has_not_named_yet() {
    assertThat(parse("0100000200000000000000000002000000000080").names())
        .containsExactly("cap_41", "cap_63");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01000002",
        "01000001" + "0020000000000000",
        "0100000200200000000000000000000000000000e8030000",
        "0100000300200000000000000000000000000000",
        "0100000400200000000000000000000000000000",
        "01000002002000000000000000000000000000",
        "010000020020000000000000000000000000000000"
      })
  void refuses_other_revisions_and_lengths(String hex) {
    assertThatThrownBy(() -> parse(hex))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("security.capability must ");
  }

  @Test
  void refuses_or_reads_whatever_bytes_there_are() {
    Random random = new Random(7);
    int read = 0;
    for (int i = 0; i < 10_000; i++) {
      byte[] bytes = new byte[random.nextBoolean() ? 20 : random.nextInt(40)];
      random.nextBytes(bytes);
      if (bytes.length > 3 && random.nextInt(4) > 0) {
        bytes[1] = 0;
        bytes[2] = 0;
        bytes[3] = 2;
      }
      try {
        assertThat(FileCapabilities.parse(bytes).toString()).isNotEmpty();
        read++;
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageStartingWith("security.capability must ");
      }
    }
    assertThat(read).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"net_raw", "cap_", "cap_nothing", "", "CAP_İNIT"})
  void a_check_names_capabilities_that_exist(String name) {
    assertThatThrownBy(() -> haveCapabilities(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "capability must be one of Linux, such as cap_net_bind_service, but was \""
                + name
                + "\"");
  }

  @Test
  void are_made_up_by_name() {
    assertThat(FileCapabilities.of("cap_net_raw", "CAP_BPF")).hasToString("cap_net_raw,cap_bpf=ep");
    assertThat(FileCapabilities.of()).hasToString("=");
    assertThatThrownBy(() -> FileCapabilities.of("cap_fly"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "capability must be one of Linux, such as cap_net_bind_service, but was \"cap_fly\"");
  }
}
