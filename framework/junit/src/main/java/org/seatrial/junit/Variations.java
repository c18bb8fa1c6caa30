package org.seatrial.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says in which variations each scenario of the class is deployed; the class runs once in each.
 * Without it a scenario is deployed as it is declared.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface Variations {

  /** The variations, in the order in which the class runs in them. */
  Kind[] value();

  /** Where {@link Kind#READ_ONLY_ROOT} leaves something to write to. */
  String[] tmpfs() default {};

  /** How a scenario is changed before it is deployed. */
  enum Kind {
    /** It is not. */
    AS_DECLARED,
    /**
     * Every service runs as a user id from 1000680000 on, which no image has heard of, with group
     * 0. The id is drawn anew in each run; the node of the test tree says it, and the configuration
     * parameter {@code seatrial.uid} repeats it.
     */
    ARBITRARY_USER,
    /** Every service runs as root. */
    AS_ROOT,
    /** Every service has a read-only root file system. */
    READ_ONLY_ROOT,
    /** No service can gain privileges, and all capabilities are dropped. */
    NO_PRIVILEGES,
    /** It is deployed, taken down without its volumes, and deployed again. */
    RESTARTED,
    /** The entrypoint script of every service that has one is mounted from a read-only copy. */
    ENTRYPOINT_MOUNTED
  }
}
