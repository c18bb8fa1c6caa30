package org.seatrial.image;

import org.seatrial.check.Request;

/**
 * Asks for what an image says of itself and what it weighs. Answered by images only; never absent.
 */
public record ImageRequest() implements Request<ImageSummary> {}
