package org.seatrial.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names an image to verify. On a class: every {@link Verify} method runs on each image named; on a
 * parameter: the image that is injected.
 */
@Target({ElementType.TYPE, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(Image.Several.class)
public @interface Image {

  /**
   * Where the image is: {@code docker:NAME}, {@code archive:FILE[:NAME]}, {@code
   * layout:DIR[:NAME]}, or one of them without its prefix where it can be recognised. {@code
   * ${name}} and {@code ${name:-default}} stand for a JUnit configuration parameter, a system
   * property or an environment variable of that name, so that a pipeline can say which image it has
   * built.
   */
  String value();

  /**
   * Which platform of a multi-platform image is meant, such as {@code linux/arm64}; the host's
   * unless this says otherwise.
   */
  String platform() default "";

  /** Holds several. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @Documented
  @Inherited
  @interface Several {

    /** The images, in the order in which they are verified. */
    Image[] value();
  }
}
