package org.seatrial.architecture.wrong.check;

/** Right: the text is a developer's own. */
final class Check {
  String id(String sentence) {
    return sentence.replaceAll("[^a-z]+", "-");
  }
}
