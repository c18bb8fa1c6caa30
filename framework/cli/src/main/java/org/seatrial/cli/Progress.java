package org.seatrial.cli;

/** Is told how a slow thing goes on. Used by several threads. */
interface Progress {

  /** Say what is being done, such as {@code reading layer 3 of 7, 120 MB}. */
  void at(String activity);

  /** Say something that the person should know in any case. */
  void notice(String sentence);
}
