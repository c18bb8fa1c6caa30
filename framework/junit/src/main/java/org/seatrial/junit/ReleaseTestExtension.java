package org.seatrial.junit;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.opentest4j.AssertionFailedError;
import org.seatrial.deployment.Deployment;
import org.seatrial.image.ImagePlace;

/** Turns the checks that a method returns into nodes of the test tree, one for each. */
final class ReleaseTestExtension
    implements BeforeAllCallback, InvocationInterceptor, ParameterResolver {

  /** Refuse methods that JUnit would leave out with no more than a warning. */
  @Override
  public void beforeAll(ExtensionContext context) {
    for (Method method :
        AnnotationSupport.findAnnotatedMethods(
            context.getRequiredTestClass(), Verify.class, HierarchyTraversalMode.TOP_DOWN)) {
      if (method.getReturnType() != Checks.class
          || Modifier.isPrivate(method.getModifiers())
          || Modifier.isStatic(method.getModifiers())) {
        throw new AssertionFailedError(
            "a @Verify method must return Checks and be neither private nor static, unlike "
                + method.toGenericString());
      }
    }
  }

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
    NodeSource source = NodeSource.of(method.getExecutable(), Settings.of(context));
    CheckNodes nodes = new CheckNodes(checks.list(), source);
    @SuppressWarnings("unchecked") // The method returned Checks, so that is what T is.
    T bound = (T) checks.as(nodes(nodes, method.getExecutable(), context));
    return bound;
  }

  private static List<DynamicNode> nodes(
      CheckNodes nodes, Method method, ExtensionContext context) {
    Optional<Deployment> deployment = Deployed.find(context);
    if (deployment.isEmpty()) {
      return nodes.of(ReleaseImages.of(context));
    }
    Verify verify = AnnotationSupport.findAnnotation(method, Verify.class).orElseThrow();
    return nodes.of(Deployed.service(deployment.get(), verify.service()), verify.port());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ImagePlace.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ReleaseImages images = ReleaseImages.of(context);
    return images.open(images.of(parameter.getParameter()));
  }
}
