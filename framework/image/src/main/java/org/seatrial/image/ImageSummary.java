package org.seatrial.image;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Absent;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Described;
import org.seatrial.check.Evidence;
import org.seatrial.check.Facts;
import org.seatrial.check.Judgement;
import org.seatrial.check.Request;
import org.seatrial.check.process.Execution;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.oci.ImageConfig;

/**
 * What an image says of itself, and what it weighs.
 *
 * @param name what the user called it, such as {@code docker:shop/cart:1.4}
 * @param manifestDigest absent where the source has no manifest, as in old docker archives
 * @param configDigest the image ID
 * @param config the configuration
 * @param layers base first
 * @param wasted what lower layers carry only to be overwritten or deleted above, largest first
 * @param wastedBytes the uncompressed bytes of all that is wasted, also what {@code wasted} leaves
 *     out
 */
public record ImageSummary(
    String name,
    Optional<Digest> manifestDigest,
    Digest configDigest,
    ImageConfig config,
    List<ImageLayer> layers,
    List<WastedPath> wasted,
    long wastedBytes)
    implements Described, Execution {

  public ImageSummary {
    layers = List.copyOf(layers);
    wasted = List.copyOf(wasted);
  }

  /** Return the uncompressed size of all layers, in bytes. */
  public long unpackedSize() {
    return layers.stream().mapToLong(ImageLayer::size).sum();
  }

  /** Return the size of all layers as the source stores them, in bytes. */
  public long storedSize() {
    return layers.stream().mapToLong(ImageLayer::storedSize).sum();
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public String description() {
    return "image " + configDigest.abbreviated() + ", " + layers.size() + " layers";
  }

  @Override
  public Set<Request<?>> userRequests() {
    return NonRootUser.requests(this);
  }

  @Override
  public Judgement judgeNonRoot(Evidence evidence, Facts facts) {
    return NonRootUser.judge(this, facts);
  }

  /** Return the value of a variable of the configuration. */
  @Override
  public Answer<String> variable(String variable) {
    Evidence evidence = ConfigConditions.evidence(this, "config.Env");
    return config
        .run()
        .environment()
        .value(variable)
        .<Answer<String>>map(value -> new Known<>(value, evidence))
        .orElseGet(() -> new Absent<>(evidence));
  }
}
