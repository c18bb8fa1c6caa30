package org.seatrial.image.tar;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** The data of an extended header, whatever it is: records, or one kind of refusal. */
class PaxFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void records(byte[] bytes) {
    try {
      PaxRecords records = PaxRecords.parse(bytes);
      records.text(PaxRecords.PATH);
      records.sparsePairs();
      records.number(PaxRecords.SIZE, 0);
      records.number(PaxRecords.UID, 0);
    } catch (Refusal e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }
}
