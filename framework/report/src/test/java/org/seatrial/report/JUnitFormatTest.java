package org.seatrial.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.report.ReportFixture.passing;
import static org.seatrial.report.ReportFixture.place;
import static org.seatrial.report.ReportFixture.report;
import static org.seatrial.report.ReportFixture.verdicts;
import static org.seatrial.report.ReportFixture.written;
import static org.seatrial.report.Thing.be;
import static org.seatrial.report.Thing.seen;
import static org.seatrial.report.Thing.thing;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Check;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JUnitFormatTest {

  private static final String EVERY_KIND =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="colours" tests="6" failures="2" errors="1" skipped="1" time="2.500">
        <testsuite name="shelf 1.4" tests="6" failures="2" errors="1" skipped="1" time="1.250" timestamp="2026-11-22T20:34:13">
          <testcase name="thing apple should be red" classname="colours.shelf 1_4" FILE"1" time="0">
          </testcase>
          <testcase name="thing plum should be blue, because it is ripe" classname="colours.shelf 1_4" FILE"2" time="0">
            <failure message="thing plum should be blue, because it is ripe   → FAILED (1 finding) in shelf 1.4" type="FAILED">thing plum should be blue, because it is ripe   → FAILED (1 finding) in shelf 1.4
        expected:  blue
        but was:   green
        evidence:  layer 2 of 5, made by RUN paint
        see:       check fruit.plum, SOURCE2</failure>
          </testcase>
          <testcase name="thing box should be brown" classname="colours.shelf 1_4" FILE"3" time="0">
            <error message="could not determine whether thing box should be brown: the lid is closed   → UNDETERMINED in shelf 1.4" type="UNDETERMINED">could not determine whether thing box should be brown: the lid is closed   → UNDETERMINED in shelf 1.4
        see:       check box.colour, SOURCE3</error>
          </testcase>
          <testcase name="thing plum should be yellow" classname="colours.shelf 1_4" FILE"4" time="0">
            <skipped message="does not block (SHOULD): thing plum should be yellow   → FAILED (1 finding) in shelf 1.4"/>
            <system-out>thing plum should be yellow   → FAILED (1 finding) in shelf 1.4
        expected:  yellow
        but was:   green
        evidence:  layer 2 of 5, made by RUN paint
        see:       check fruit.taste, SOURCE4</system-out>
          </testcase>
          <testcase name="thing sock should be none of pink or violet" classname="colours.shelf 1_4" FILE"5" time="0">
            <system-out>allowed: pink, because it was washed with a red one, until 9999-12-31</system-out>
          </testcase>
          <testcase name="thing ghost should be white and be transparent" classname="colours.shelf 1_4" FILE"6" time="0">
            <failure message="thing ghost should be white and be transparent   → FAILED (1 finding) in shelf 1.4" type="FAILED">thing ghost should be white and be transparent   → FAILED (1 finding) in shelf 1.4
        expected:  white
        but was:   nothing is there
        skipped:   be transparent (nothing is there)
        see:       check ghost, SOURCE6</failure>
          </testcase>
        </testsuite>
      </testsuites>
      """;

  @Test
  void writes_a_case_for_a_verdict_of_every_kind() {
    List<Check> checks = ReportFixture.everyKind();
    String file = "file=\"org/seatrial/report/ReportFixture.java\" line=";
    assertThat(
            written(JUnitFormat.junit(), report(place("shelf 1.4", verdicts("shelf 1.4", checks)))))
        .isEqualTo(EVERY_KIND.transform(text -> lines(text, checks)).replace("FILE", file));
  }

  @Test
  void has_a_suite_for_each_place_whose_counts_are_those_of_its_cases() {
    Element suites =
        parsed(
            report(
                place("a", verdicts("a", ReportFixture.everyKind())),
                place("b", Thing.unreachable("b", "locked", List.of(passing()))),
                place("c", List.of())));
    assertThat(elements(suites, "testsuite"))
        .extracting(e -> e.getAttribute("name"))
        .containsExactly("a", "b", "c");
    List<Element> counted = elements(suites, "testsuite");
    counted.add(suites);
    for (Element suite : counted) {
      assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
      assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
      assertThat(suite.getAttribute("errors")).isEqualTo(count(suite, "error"));
      assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
    }
  }

  @Test
  void fails_a_place_at_which_nothing_was_checked() {
    Element suites = parsed(report(place("c", List.of())));
    assertThat(suites.getAttribute("failures")).isEqualTo("1");
    assertThat(elements(suites, "failure"))
        .singleElement()
        .extracting(e -> e.getAttribute("message"))
        .isEqualTo("nothing was checked");
  }

  @Test
  void gives_every_case_a_name_of_its_own() {
    Check twice = thing("apple").should(be("red"));
    Check sly = thing("apple").should(be("red (2)"));
    assertThat(elements(parsed(ReportFixture.reportOf(twice, twice, sly, twice)), "testcase"))
        .extracting(e -> e.getAttribute("name"))
        .containsExactly(
            "thing apple should be red",
            "thing apple should be red (2)",
            "thing apple should be red (2) (2)",
            "thing apple should be red (3)");
  }

  @Test
  void survives_hostile_text() {
    String evil =
        "]]>&lt;<!ENTITY x \"y\">'\u0000\u001b\u000b\r\n\t\ufffe\udcff\ud800<\ud83d\ude00";
    Check check = thing(evil).should(be(evil + "!")).because(evil).withId(evil);
    Report report =
        new Report(
            evil,
            ReportFixture.STARTED,
            java.time.Duration.ZERO,
            List.of(place(evil, Thing.verdicts(evil, Map.of(evil, seen(evil)), List.of(check)))));
    Element suites = parsed(report);
    String escaped =
        "]]>&lt;<!ENTITY x \"y\">'\\u0000\\u001b\\u000b\\r\\n\\t\\ufffe\\xff\\ud800<\ud83d\ude00";
    assertThat(suites.getAttribute("name")).isEqualTo(escaped);
    assertThat(elements(suites, "testsuite").get(0).getAttribute("name")).isEqualTo(escaped);
    assertThat(elements(suites, "failure").get(0).getTextContent())
        .contains("but was:   " + escaped + "\n")
        .contains("see:       check " + escaped + ", ");
  }

  private static String lines(String text, List<Check> checks) {
    String filled = text;
    for (int i = 0; i < checks.size(); i++) {
      String line = Integer.toString(checks.get(i).source().line());
      filled =
          filled
              .replace("FILE\"" + (i + 1) + "\"", "FILE\"" + line + "\"")
              .replace("SOURCE" + (i + 1), checks.get(i).source().toString());
    }
    return filled;
  }

  private static String count(Element suite, String element) {
    return Integer.toString(elements(suite, element).size());
  }

  private static List<Element> elements(Element within, String name) {
    NodeList nodes = within.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Element parsed(Report report) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(written(JUnitFormat.junit(), report))))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError("the report is no XML: " + e.getMessage(), e);
    }
  }
}
