package org.seatrial.image.oci;

import java.util.Optional;
import org.seatrial.check.Printable;

/**
 * The name of an image, as {@code docker pull} takes it: {@code shop:1.4} stands for {@code
 * docker.io/library/shop:1.4}. The grammar is that of the OCI distribution specification with
 * Docker's defaults: the registry {@code docker.io}, its folder {@code library/}, and the tag
 * {@code latest} where there is neither tag nor digest.
 *
 * @param registry host with optional port: {@code docker.io}, {@code localhost:5000}, {@code
 *     [2001:db8::1]:443}
 * @param repository path on the registry, in lower case: {@code library/shop}
 * @param tag absent only when there is a digest
 * @param digest of the manifest or index; with a tag too, the digest is what counts
 */
public record ImageReference(
    String registry, String repository, Optional<String> tag, Optional<Digest> digest) {

  /** The registry of names that give none. */
  public static final String DEFAULT_REGISTRY = "docker.io";

  /** The tag of names that give neither a tag nor a digest. */
  public static final String DEFAULT_TAG = "latest";

  private static final String LIBRARY = "library/";

  /**
   * Check that the parts are well-formed.
   *
   * @throws IllegalArgumentException when one of them is not
   */
  public ImageReference {
    ReferenceGrammar.requireRegistry(registry);
    ReferenceGrammar.requireRepository(repository);
    if (registry.equals("index." + DEFAULT_REGISTRY)) {
      registry = DEFAULT_REGISTRY;
    }
    if (registry.equals(DEFAULT_REGISTRY) && repository.indexOf('/') < 0) {
      repository = LIBRARY + repository;
      ReferenceGrammar.requireRepository(repository);
    }
    tag.ifPresent(ReferenceGrammar::requireTag);
    if (tag.isEmpty() && digest.isEmpty()) {
      throw new IllegalArgumentException("image reference must have a tag or a digest");
    }
  }

  /**
   * Read a reference, filling in what is left out.
   *
   * @throws IllegalArgumentException when it is none; the message names the part and the rule
   */
  public static ImageReference parse(String text) {
    try {
      return read(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\"" + Printable.of(text, 300) + "\" is no image reference: " + e.getMessage(), e);
    }
  }

  private static ImageReference read(String text) {
    if (ReferenceGrammar.isImageId(text)) {
      throw new IllegalArgumentException(
          "64 hexadecimal digits are an image ID, which can't be a name");
    }
    int at = text.indexOf('@');
    String named = at < 0 ? text : text.substring(0, at);
    Optional<Digest> digest =
        at < 0 ? Optional.empty() : Optional.of(Digest.parse(text.substring(at + 1)));
    int colon = named.lastIndexOf(':');
    boolean tagged = colon > named.lastIndexOf('/');
    Optional<String> tag =
        tagged
            ? Optional.of(named.substring(colon + 1))
            : digest.isPresent() ? Optional.empty() : Optional.of(DEFAULT_TAG);
    String name = tagged ? named.substring(0, colon) : named;
    int slash = name.indexOf('/');
    return slash >= 0 && ReferenceGrammar.looksLikeRegistry(name.substring(0, slash))
        ? new ImageReference(name.substring(0, slash), name.substring(slash + 1), tag, digest)
        : new ImageReference(DEFAULT_REGISTRY, name, tag, digest);
  }

  /** Return the text with every part, {@code docker.io/library/shop:1.4}. */
  public String canonical() {
    return registry + "/" + repository + suffix();
  }

  /**
   * Return the shortest text that names the same, {@code shop:1.4}, as the docker command shows.
   */
  public String familiar() {
    if (!registry.equals(DEFAULT_REGISTRY)) {
      return canonical();
    }
    if (repository.startsWith(LIBRARY) && repository.indexOf('/', LIBRARY.length()) < 0) {
      return repository.substring(LIBRARY.length()) + suffix();
    }
    String first = repository.substring(0, repository.indexOf('/'));
    return ReferenceGrammar.looksLikeRegistry(first) ? canonical() : repository + suffix();
  }

  /** Return the same name with another tag and no digest. */
  public ImageReference withTag(String other) {
    return new ImageReference(registry, repository, Optional.of(other), Optional.empty());
  }

  /** Return the text with every part. */
  @Override
  public String toString() {
    return canonical();
  }

  private String suffix() {
    return tag.map(t -> ":" + t).orElse("") + digest.map(d -> "@" + d).orElse("");
  }
}
