package org.seatrial.junit;

import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.seatrial.check.Check;
import org.seatrial.check.CheckFailedError;
import org.seatrial.check.Facts;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Place;
import org.seatrial.check.SourceLine;
import org.seatrial.check.Verdict;
import org.seatrial.image.ImagePlace;

/** Turns the checks that a method returns into nodes of the test tree, one for each. */
final class ReleaseTestExtension implements InvocationInterceptor, ParameterResolver {

  @Override
  public <T extends @Nullable Object> T interceptTestFactoryMethod(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    T returned = invocation.proceed();
    if (!(returned instanceof Checks checks)) {
      return returned;
    }
    if (checks.list().isEmpty()) {
      throw new AssertionFailedError(
          method.getExecutable().getName()
              + " returned no checks: a release is not passed by nothing");
    }
    @SuppressWarnings("unchecked") // The method returned Checks, so that is what T is.
    T bound = (T) checks.as(nodes(checks.list(), ReleaseImages.of(context)));
    return bound;
  }

  private static List<DynamicNode> nodes(List<Check> checks, ReleaseImages images) {
    List<ImagePlace> places = images.all();
    if (places.size() == 1) {
      return tests(checks, places.get(0)).<DynamicNode>map(test -> test).toList();
    }
    return places.stream()
        .<DynamicNode>map(
            place -> DynamicContainer.dynamicContainer(place.name(), tests(checks, place)))
        .toList();
  }

  private static Stream<DynamicTest> tests(List<Check> checks, Place place) {
    Facts facts = Inspection.of(place).fetch(checks);
    return checks.stream()
        .map(
            check ->
                DynamicTest.dynamicTest(
                    check.sentence(), uri(check.source()), () -> report(check.evaluate(facts))));
  }

  private static URI uri(SourceLine source) {
    return URI.create(
        "class:" + source.className() + (source.line() > 0 ? "?line=" + source.line() : ""));
  }

  private static void report(Verdict verdict) {
    if (verdict.blocks()) {
      throw new CheckFailedError(verdict);
    }
    if (verdict.outcome() != Outcome.PASSED) {
      throw new TestAbortedException(verdict.message());
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ImagePlace.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return ReleaseImages.of(context).forParameter(parameter);
  }
}
