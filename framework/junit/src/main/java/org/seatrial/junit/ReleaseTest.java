package org.seatrial.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a class as the release test of the images that {@link Image} names: its {@link Verify}
 * methods return checks, and its methods may take an {@link org.seatrial.image.ImagePlace}.
 * Ordinary {@code @Test} methods and other extensions stand beside them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Tag("release")
@ExtendWith({ReleaseTestExtension.class, ImageCondition.class})
public @interface ReleaseTest {}
