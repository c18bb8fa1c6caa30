package org.seatrial.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.opentest4j.TestAbortedException;
import org.seatrial.image.ImagePlace;

/**
 * Skips what is to be given an image of an engine that is not there; JUnit takes everything that is
 * thrown while it resolves a parameter for a failure, so this looks before.
 */
final class ImageCondition implements ExecutionCondition {

  private static final List<Class<? extends Annotation>> AROUND_TESTS =
      List.of(BeforeAll.class, BeforeEach.class, AfterEach.class, AfterAll.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    ReleaseImages images = ReleaseImages.of(context);
    try {
      called(context)
          .flatMap(executable -> Arrays.stream(executable.getParameters()))
          .filter(parameter -> parameter.getType() == ImagePlace.class)
          .forEach(parameter -> images.open(images.of(parameter)));
      return ConditionEvaluationResult.enabled("every image that is injected can be asked for");
    } catch (TestAbortedException skip) {
      return ConditionEvaluationResult.disabled(skip.getMessage());
    }
  }

  /** Return what is called: of a method itself, of a class what is called for each of its tests. */
  private static Stream<Executable> called(ExtensionContext context) {
    if (context.getTestMethod().isPresent()) {
      return Stream.of(context.getRequiredTestMethod());
    }
    Class<?> type = context.getRequiredTestClass();
    return Stream.concat(
        Arrays.stream(type.getDeclaredConstructors()),
        AROUND_TESTS.stream()
            .flatMap(
                annotation ->
                    AnnotationSupport.findAnnotatedMethods(
                        type, annotation, HierarchyTraversalMode.TOP_DOWN)
                        .stream()));
  }
}
