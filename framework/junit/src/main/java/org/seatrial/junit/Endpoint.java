package org.seatrial.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects where a port of a service can be reached from the test: a {@link java.net.URI}, a {@link
 * java.net.InetSocketAddress} or an {@link org.seatrial.deployment.Endpoint}. The port is published
 * on a free port of the loopback interface, whether or not the scenario publishes it.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Endpoint {

  /** The service; may be left out where the scenario has only one. */
  String service() default "";

  /** The port inside, on which the service listens. */
  int port();

  /** The scheme of the URI. */
  String scheme() default "http";
}
