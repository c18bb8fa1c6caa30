package org.seatrial.check;

/**
 * A fact that is asked for, as data. Implementations are records: equal requests are one fact and
 * are fetched once, however many checks ask for it.
 *
 * <p>A {@link Place} answers the primitive requests itself. A request that can be computed from
 * others implements {@link DerivedRequest} instead, so that no place needs to know it.
 *
 * @param <A> the type of the value that is observed
 */
public interface Request<A> {}
