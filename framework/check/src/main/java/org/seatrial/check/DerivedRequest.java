package org.seatrial.check;

import java.util.Set;

/**
 * A fact that is computed from other facts: the accounts of an image from the content of its {@code
 * /etc/passwd}. Places never see it; they are asked for its sources.
 *
 * @param <A> the type of the value that is computed
 */
public interface DerivedRequest<A> extends Request<A> {

  /** Return the requests that are fetched in this one's place; they may be derived themselves. */
  Set<Request<?>> sources();

  /**
   * Return the requests that are needed as well, now that the {@link #sources()} are known: the
   * file that an environment variable of a process names. They cost one more round trip; may be
   * derived themselves.
   *
   * @param facts holds an answer for each of the {@link #sources()}
   */
  default Set<Request<?>> furtherSources(Facts facts) {
    return Set.of();
  }

  /**
   * Compute the answer. Pure; a source that is {@link Answer.Unknown} must lead to an unknown
   * answer unless the others decide alone.
   *
   * @param facts holds an answer for each of the {@link #sources()} and {@link #furtherSources}
   */
  Answer<A> derive(Facts facts);
}
