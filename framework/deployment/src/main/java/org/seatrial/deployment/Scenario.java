package org.seatrial.deployment;

/** A way to deploy an application, as a value; nothing runs before a platform deploys it. */
public sealed interface Scenario permits ComposeScenario {

  /** Return what reports call it, such as {@code standalone} or {@code ldap}. */
  String name();
}
