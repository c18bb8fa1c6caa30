package org.seatrial.report;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes indented elements; characters that XML 1.0 has no place for are replaced. */
final class Xml {

  private static final int REPLACEMENT = 0xFFFD;

  private final XMLStreamWriter out;
  private int depth;

  Xml(XMLStreamWriter out) {
    this.out = out;
  }

  void begin() throws XMLStreamException {
    out.writeStartDocument("UTF-8", "1.0");
  }

  void start(String element) throws XMLStreamException {
    indent();
    out.writeStartElement(element);
    depth++;
  }

  void empty(String element) throws XMLStreamException {
    indent();
    out.writeEmptyElement(element);
  }

  void end() throws XMLStreamException {
    depth--;
    indent();
    out.writeEndElement();
  }

  void attribute(String name, String value) throws XMLStreamException {
    out.writeAttribute(name, valid(value));
  }

  void attribute(String name, int value) throws XMLStreamException {
    out.writeAttribute(name, Integer.toString(value));
  }

  /** Ends the element that was started last with this text as its only content. */
  void endWith(String text) throws XMLStreamException {
    out.writeCharacters(valid(text));
    depth--;
    out.writeEndElement();
  }

  void finish() throws XMLStreamException {
    out.writeEndDocument();
  }

  private void indent() throws XMLStreamException {
    out.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static String valid(String text) {
    StringBuilder valid = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> isValid(point) ? point : REPLACEMENT)
        .forEach(valid::appendCodePoint);
    return valid.toString();
  }

  /**
   * The characters of XML 1.0 (section 2.2, Char), without the carriage return: parsers drop it.
   */
  private static boolean isValid(int point) {
    return point == '\t'
        || point == '\n'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
