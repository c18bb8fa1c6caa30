package org.seatrial.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.seatrial.check.Check;
import org.seatrial.check.Evidence.Detail;
import org.seatrial.check.Exemption;
import org.seatrial.check.Finding;
import org.seatrial.check.Ruling;
import org.seatrial.check.Verdict;

/** Writes the parts of a report as JSON. Names and order are those of the schema. */
final class JsonReport implements AutoCloseable {

  private final JsonGenerator json;

  private JsonReport(JsonGenerator json) {
    this.json = json;
  }

  static JsonReport to(Writer out) throws IOException {
    return new JsonReport(Json.to(out));
  }

  void report(Report report) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", "seatrial-report");
    json.writeNumberField("version", 1);
    json.writeStringField("title", report.title());
    json.writeStringField("started", report.started().toString());
    seconds(report.duration());
    json.writeStringField("outcome", report.outcome().name());
    tally(report.tally());
    json.writeArrayFieldStart("places");
    for (PlaceReport place : report.places()) {
      place(place);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void place(PlaceReport place) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", place.name());
    json.writeStringField("started", place.started().toString());
    seconds(place.duration());
    json.writeStringField("outcome", place.outcome().name());
    tally(place.tally());
    json.writeArrayFieldStart("checks");
    for (Verdict verdict : place.verdicts()) {
      verdict(verdict);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void tally(Tally tally) throws IOException {
    json.writeObjectFieldStart("tally");
    json.writeNumberField("checks", tally.checks());
    json.writeNumberField("passed", tally.passed());
    json.writeNumberField("failed", tally.failed());
    json.writeNumberField("undetermined", tally.undetermined());
    json.writeNumberField("notBlocking", tally.notBlocking());
    json.writeNumberField("skipped", tally.skipped());
    json.writeEndObject();
  }

  private void verdict(Verdict verdict) throws IOException {
    Check check = verdict.check();
    json.writeStartObject();
    json.writeStringField("id", check.id());
    json.writeStringField("sentence", check.sentence());
    json.writeStringField("reason", check.reason());
    json.writeStringField("severity", check.severity().name());
    json.writeStringField("outcome", verdict.outcome().name());
    json.writeBooleanField("blocks", verdict.blocks());
    json.writeObjectFieldStart("source");
    json.writeStringField("class", check.source().className());
    json.writeStringField("file", check.source().file());
    json.writeNumberField("line", check.source().line());
    json.writeEndObject();
    conditions(verdict.rulings());
    json.writeArrayFieldStart("findings");
    for (Finding finding : verdict.findings()) {
      json.writeStartObject();
      finding(finding);
      json.writeEndObject();
    }
    json.writeEndArray();
    allowed(verdict.allowed());
    json.writeArrayFieldStart("notes");
    for (String note : verdict.notes()) {
      json.writeString(capped(note));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void conditions(List<Ruling> rulings) throws IOException {
    json.writeArrayFieldStart("conditions");
    for (Ruling ruling : rulings) {
      json.writeStartObject();
      json.writeStringField("phrase", ruling.condition());
      json.writeStringField("outcome", ruling.outcome().name());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void allowed(Map<Finding, Exemption> allowed) throws IOException {
    json.writeArrayFieldStart("allowed");
    for (Map.Entry<Finding, Exemption> entry : allowed.entrySet()) {
      Exemption exemption = entry.getValue();
      json.writeStartObject();
      finding(entry.getKey());
      json.writeObjectFieldStart("exemption");
      json.writeStringField("pattern", exemption.pattern());
      json.writeStringField("reason", exemption.reason());
      if (exemption.until().isPresent()) {
        json.writeStringField("until", exemption.until().get().toString());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void finding(Finding finding) throws IOException {
    json.writeStringField("about", capped(finding.about()));
    json.writeStringField("expected", capped(finding.expected()));
    json.writeStringField("actual", capped(finding.actual()));
    json.writeObjectFieldStart("evidence");
    for (Detail detail : finding.evidence().details()) {
      json.writeStringField(detail.key(), capped(detail.value()));
    }
    json.writeEndObject();
    json.writeStringField("remedy", capped(finding.remedy()));
  }

  private void seconds(Duration duration) throws IOException {
    json.writeNumberField("seconds", duration.toMillis() / 1000.0);
  }

  private static String capped(String value) {
    return Json.capped(value);
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
