package org.seatrial.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Marks a method of a {@link ReleaseTest} that returns {@link Checks}. Each check becomes a node of
 * the test tree, named by its sentence; all facts that the method's checks need are fetched
 * together.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestFactory
@Tag("verification")
public @interface Verify {

  /**
   * Which service of the scenario is looked at, every replica of it; may be left out where the
   * scenario has only one. Of no meaning for a class that names images.
   */
  String service() default "";

  /**
   * The port inside that {@code http("/")} and {@code tcp()} ask, from outside; it is published. 0
   * where no check does.
   */
  int port() default 0;
}
