package org.seatrial.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Names a Compose scenario: the whole class runs on it once, and once for each of its {@link
 * Variations}. Repeatable. Its {@link Verify} methods look at the services, its other methods may
 * take the {@link org.seatrial.deployment.Deployment}, a {@link org.seatrial.deployment.Service}
 * ({@link OfService}) and addresses ({@link Endpoint}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ClassTemplate
@ExtendWith(DeploymentsExtension.class)
@Repeatable(Compose.Several.class)
public @interface Compose {

  /**
   * The Compose files, each laid over those before it, seen from the working directory of the test.
   * {@code ${name}} and {@code ${name:-default}} are filled as in {@link Image#value()}.
   */
  String[] value();

  /** What reports call the scenario; the folder of the first file unless this says otherwise. */
  String name() default "";

  /** The profiles that are enabled. */
  String[] profiles() default {};

  /** {@code NAME=value} for the interpolation of the files; placeholders are filled. */
  String[] env() default {};

  /** Whether images of services with a {@code build:} section are built first. */
  boolean build() default false;

  /** How long it may take to become ready, in the form of ISO 8601, such as {@code PT90S}. */
  String within() default "PT2M";

  /** Holds several. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @Documented
  @Inherited
  @ClassTemplate
  @ExtendWith(DeploymentsExtension.class)
  @interface Several {

    /** The scenarios, in the order in which the class runs on them. */
    Compose[] value();
  }
}
