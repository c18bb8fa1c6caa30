package org.seatrial.image.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.seatrial.check.InspectionException;

/** Locations, archives and what is remembered of them: read, or refused by one kind of error. */
class SourceFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void locations(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    try {
      assertThat(ImageLocation.parse(text)).isNotNull();
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }

  @FuzzTest(maxDuration = "1m")
  void archives(byte[] bytes) {
    try {
      StreamedArchive.of("archive:it", () -> new ByteArrayInputStream(bytes)).open(Choice.only());
    } catch (InspectionException e) {
      assertThat(e.getMessage()).contains("archive:it");
    }
  }

  @FuzzTest(maxDuration = "1m")
  void records_of_streams(byte[] bytes) {
    StreamedArchive archive = StreamedArchive.of("archive:it", InputStream::nullInputStream);
    StreamStore store = new StreamStore("archive:it", archive);
    try {
      store.recall(bytes);
    } catch (IOException e) {
      // What can't be believed is read anew.
      assertThat(e).isNotNull();
      return;
    }
    for (String path : store.paths()) {
      try {
        store.find(path).ifPresent(file -> assertThat(file.size()).isNotNegative());
      } catch (InspectionException e) {
        assertThat(e.getMessage()).contains("archive:it");
      }
    }
  }
}
