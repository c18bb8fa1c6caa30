package org.seatrial.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests need a Docker engine. Where none answers they are skipped, saying why; they fail
 * instead where the engine is required: {@code SEATRIAL_REQUIRE=engine} or {@code CI=true}. A
 * {@link ReleaseTest} whose images are named {@code docker:…} needs no such mark.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(EngineCondition.class)
public @interface RequiresEngine {}
