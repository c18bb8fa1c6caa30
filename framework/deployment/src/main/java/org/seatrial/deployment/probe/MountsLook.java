package org.seatrial.deployment.probe;

import org.seatrial.check.Answer;

/** Reads what is mounted. */
final class MountsLook implements Look {

  @Override
  public void ask(Script script, String id) {
    String root = script.root();
    String process = root.isEmpty() ? "/proc/self" : root.substring(0, root.lastIndexOf('/'));
    script.line("p " + id + " mounts " + process + "/mountinfo");
  }

  @Override
  public Reply reply(Heard heard, String id) throws GarbledException {
    Blocks.Block mounts = heard.out().require(id, "mounts");
    return mounts.size() == 0
        ? Reply.unseen("cannot tell what is mounted: /proc can't be read")
        : Reply.of(Answer.known(MountLines.parse(mounts.text())));
  }
}
