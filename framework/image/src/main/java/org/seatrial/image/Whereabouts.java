package org.seatrial.image;

import java.util.List;
import java.util.stream.Collectors;
import org.seatrial.check.Evidence;
import org.seatrial.image.layer.Change;
import org.seatrial.image.layer.FileTree;
import org.seatrial.image.layer.TreeFile;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.oci.ImageConfig;

/** Says where in an image something was seen: the layer, and the instruction that made it. */
final class Whereabouts {

  private final FileTree tree;
  private final ImageConfig config;

  Whereabouts(FileTree tree, ImageConfig config) {
    this.tree = tree;
    this.config = config;
  }

  /** Return where a file comes from; its path too when that is not the one that was asked for. */
  Evidence of(TreeFile file, String asked) {
    String path = file.status().path();
    Evidence evidence = path.equals(asked) ? Evidence.none() : Evidence.of("path", path);
    return evidence.and(of(file.layer())).and(earlier(path));
  }

  /** Return what became of a path where nothing is: the layer that removed it, if one did. */
  Evidence ofMissing(String path, String why) {
    List<Change> changes = tree.history(path);
    Evidence evidence = why.isEmpty() ? Evidence.none() : Evidence.of("path", why);
    if (changes.isEmpty()) {
      return evidence;
    }
    Change last = changes.get(changes.size() - 1);
    return evidence.and(of(last.layer())).with("history", words(changes));
  }

  /** Return the layer and the instruction that made it. */
  Evidence of(int layer) {
    int count = config.diffIds().size();
    Digest diffId = config.diffIds().get(layer);
    Evidence evidence =
        Evidence.of("layer", (layer + 1) + " of " + count + " (" + diffId.abbreviated() + ")");
    String instruction = instruction(layer);
    return instruction.isEmpty() ? evidence : evidence.with("made by", instruction);
  }

  /** Return the instruction that made a layer; empty when the history does not tell. */
  String instruction(int layer) {
    return config.historyOf(layer).map(Instruction::of).orElse("");
  }

  private Evidence earlier(String path) {
    List<Change> changes = tree.history(path);
    return changes.size() < 2 ? Evidence.none() : Evidence.of("history", words(changes));
  }

  private static String words(List<Change> changes) {
    return changes.stream()
        .map(change -> "layer " + (change.layer() + 1) + " " + change.kind().phrase() + " it")
        .collect(Collectors.joining(", "));
  }
}
