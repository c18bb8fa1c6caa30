package org.seatrial.check;

import java.util.Map;
import java.util.Set;

/**
 * Where facts live: an image, a container, a pod, or a made-up one. A place is the only thing that
 * differs between checking an archive and checking a container.
 *
 * <p>Implementations are safe for use by several threads and never run anything on the host.
 */
public interface Place {

  /**
   * Return what failures call this place, such as {@code image docker:shop/cart:1.4}. Without
   * secrets; may be shown as it is.
   */
  String name();

  /**
   * Answer all requests in one round trip.
   *
   * @param requests primitive requests only, never a {@link DerivedRequest}
   * @return an answer for each request, of the type that the request asks for; {@link
   *     Answer.Unknown} for one that this place does not know or could not look up
   * @throws InspectionException when the place as a whole could not be looked at; the engine then
   *     takes every request as unknown, with this reason; any other exception is a defect, and is
   *     reported as one in the same way
   */
  Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests);
}
