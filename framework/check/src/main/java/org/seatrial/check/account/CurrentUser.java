package org.seatrial.check.account;

/**
 * The user of the application: the effective user id of the first process that is no init. For
 * {@code passwd().should(haveEntryFor(currentUser()))}.
 */
public enum CurrentUser {
  /** The user of the application's process. */
  OF_APPLICATION
}
