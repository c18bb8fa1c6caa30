package org.seatrial.report;

import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a report as JUnit XML in the style of Surefire, which continuous integration systems read:
 * a suite for each place, a case for each check. A check that must hold is a failure when it FAILED
 * and an error when it is UNDETERMINED; one that need not hold, or was SKIPPED, is skipped, with
 * its message.
 */
public final class JUnitFormat implements ReportFormat {

  private static final JUnitFormat FORMAT = new JUnitFormat();

  private JUnitFormat() {}

  /** Return the format. */
  public static JUnitFormat junit() {
    return FORMAT;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      JUnitReport suites = new JUnitReport(new Xml(xml), report);
      suites.write();
      xml.flush();
      xml.close();
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException("the XML could not be written: " + e.getMessage(), e);
    }
    out.write('\n');
    out.flush();
  }
}
