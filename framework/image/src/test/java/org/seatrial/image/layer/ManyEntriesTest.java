package org.seatrial.image.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.image.tar.TarFixture.tar;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.seatrial.check.InspectionException;
import org.seatrial.image.tar.Limits;

/** A real million of entries, by the limits that everybody has. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ManyEntriesTest {

  private static final int MILLION = 1_000_000;

  /** Return an archive of so many empty files, of which one header is in memory. */
  private static InputStream files(int count) {
    byte[] header = Arrays.copyOf(tar().file("a", "").bytes(), 512);
    byte[] block = new byte[512 * 100];
    for (int i = 0; i < 100; i++) {
      System.arraycopy(header, 0, block, 512 * i, 512);
    }
    return new SequenceInputStream(
        new SequenceInputStream(
            Collections.enumeration(
                Collections.nCopies(count / 100, block).stream()
                    .<InputStream>map(ByteArrayInputStream::new)
                    .toList())),
        new ByteArrayInputStream(
            Arrays.copyOf(Arrays.copyOf(block, 512 * (count % 100)), 512 * (count % 100) + 1024)));
  }

  private static LayerIndex index(InputStream stream) {
    return new LayerReader(Limits.standard()).index(LayerClaim.of("it"), stream).index();
  }

  @Test
  void are_read() {
    LayerIndex index = index(files(MILLION));
    assertThat(index.count()).isEqualTo(MILLION);
    assertThat(index.path(MILLION - 1)).isEqualTo("/a");
  }

  @Test
  void and_one_more_are_refused() {
    assertThatThrownBy(() -> index(files(MILLION + 1)))
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "cannot read it: entry 1000001 at byte 512000000 (\"a\"): the archive has more than"
                + " 1000000 entries");
  }
}
