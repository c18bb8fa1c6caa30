package org.seatrial.deployment.probe;

/** How one request is asked, and what is made of the blocks that answer it. */
interface Look {

  /** Add to the script what asks for it, in blocks with this id. */
  void ask(Script script, String id);

  /**
   * Return what the blocks of this id say.
   *
   * @throws GarbledException when they don't say what the probe says
   */
  Reply reply(Heard heard, String id) throws GarbledException;
}
