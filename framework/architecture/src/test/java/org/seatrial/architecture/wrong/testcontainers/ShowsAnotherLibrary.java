package org.seatrial.architecture.wrong.testcontainers;

import com.fasterxml.jackson.core.JsonParser;

/** Wrong: an adapter is for one library, and shows no other. Neither may it know another. */
public interface ShowsAnotherLibrary {
  JsonParser parser();
}
