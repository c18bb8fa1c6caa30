package org.seatrial.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.seatrial.check.Printable;
import org.seatrial.check.Severity;
import org.seatrial.check.SourceLine;
import org.seatrial.check.Verdict;

/** Writes the parts of a report as JUnit XML. */
final class JUnitReport {

  private final Xml xml;
  private final Report report;

  JUnitReport(Xml xml, Report report) {
    this.xml = xml;
    this.report = report;
  }

  void write() throws XMLStreamException {
    xml.begin();
    xml.start("testsuites");
    counts(title(), report.tally(), report.duration(), emptyPlaces(report.places()));
    for (PlaceReport place : report.places()) {
      suite(place);
    }
    xml.end();
    xml.finish();
  }

  private void suite(PlaceReport place) throws XMLStreamException {
    xml.start("testsuite");
    counts(
        Printable.of(place.name()), place.tally(), place.duration(), emptyPlaces(List.of(place)));
    xml.attribute("timestamp", timestamp(place));
    String className = title().replace('.', '_') + "." + dotless(place.name());
    Set<String> names = new HashSet<>();
    for (Verdict verdict : place.verdicts()) {
      testCase(unique(verdict.check().sentence(), names), className, verdict);
    }
    if (place.isNothingChecked()) {
      nothingChecked(className);
    }
    xml.end();
  }

  private static String unique(String sentence, Set<String> names) {
    String name = sentence;
    for (int nth = 2; !names.add(name); nth++) {
      name = sentence + " (" + nth + ")";
    }
    return name;
  }

  private void testCase(String name, String className, Verdict verdict) throws XMLStreamException {
    xml.start("testcase");
    xml.attribute("name", name);
    xml.attribute("classname", className);
    xml.attribute("file", path(verdict.check().source()));
    xml.attribute("line", verdict.check().source().line());
    xml.attribute("time", "0");
    switch (Standing.of(verdict)) {
      case PASSED -> allowed(verdict);
      case FAILED -> problem("failure", "FAILED", verdict.message());
      case UNDETERMINED -> problem("error", "UNDETERMINED", verdict.message());
      case NOT_BLOCKING -> notBlocking(verdict);
      case SKIPPED -> skipped(String.join("; ", verdict.notes()));
    }
    xml.end();
  }

  private void nothingChecked(String className) throws XMLStreamException {
    xml.start("testcase");
    xml.attribute("name", PlaceReport.NOTHING_CHECKED);
    xml.attribute("classname", className);
    xml.attribute("time", "0");
    problem("failure", "FAILED", PlaceReport.NOTHING_CHECKED);
    xml.end();
  }

  private void problem(String element, String type, String message) throws XMLStreamException {
    xml.start(element);
    xml.attribute("message", firstLine(message));
    xml.attribute("type", type);
    xml.endWith(message);
  }

  private void notBlocking(Verdict verdict) throws XMLStreamException {
    Severity severity = verdict.check().severity();
    skipped("does not block (" + severity + "): " + firstLine(verdict.message()));
    output(verdict.message());
  }

  private void skipped(String message) throws XMLStreamException {
    xml.empty("skipped");
    xml.attribute("message", Printable.of(message));
  }

  private void allowed(Verdict verdict) throws XMLStreamException {
    if (!verdict.allowed().isEmpty()) {
      output(
          verdict.allowed().values().stream()
              .distinct()
              .map(exemption -> "allowed: " + Printable.of(exemption.toString()))
              .collect(Collectors.joining("\n")));
    }
  }

  private void output(String text) throws XMLStreamException {
    xml.start("system-out");
    xml.endWith(text);
  }

  /** A place at which nothing was checked counts as one test, which failed. */
  private void counts(String name, Tally tally, Duration duration, int empty)
      throws XMLStreamException {
    xml.attribute("name", name);
    xml.attribute("tests", tally.checks() + empty);
    xml.attribute("failures", tally.failed() + empty);
    xml.attribute("errors", tally.undetermined());
    xml.attribute("skipped", tally.skipped() + tally.notBlocking());
    xml.attribute("time", BigDecimal.valueOf(duration.toMillis(), 3).toPlainString());
  }

  private static int emptyPlaces(List<PlaceReport> places) {
    return (int) places.stream().filter(PlaceReport::isNothingChecked).count();
  }

  /** The local date and time in UTC without a zone, which is all that the format has room for. */
  private static String timestamp(PlaceReport place) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
        place.started().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }

  private String title() {
    return report.title().isEmpty() ? "seatrial" : Printable.of(report.title());
  }

  /** Readers group the cases by what comes before the last dot of the class name. */
  private static String dotless(String place) {
    return Printable.of(place).replace('.', '_');
  }

  /** The path of the source file below its source folder; its folders are those of the package. */
  private static String path(SourceLine source) {
    int end = source.className().lastIndexOf('.');
    String folders = end < 0 ? "" : source.className().substring(0, end).replace('.', '/') + "/";
    return source.file().isEmpty() ? "" : folders + source.file();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
