package org.seatrial.junit;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.seatrial.check.UnavailableException;
import org.seatrial.deployment.ComposeScenario;
import org.seatrial.deployment.Deployment;
import org.seatrial.deployment.Platform;
import org.seatrial.deployment.Service;

/** Deploys the scenario of one pass of a class, and injects what runs. */
final class DeployedExtension implements BeforeClassTemplateInvocationCallback, ParameterResolver {

  private final Arrangement arrangement;

  DeployedExtension(Arrangement arrangement) {
    this.arrangement = arrangement;
  }

  /** Deploy; the store of the pass removes everything, whatever happens in it. */
  @Override
  public void beforeClassTemplateInvocation(ExtensionContext context) {
    try {
      Platform platform = Deployed.platform(context);
      ComposeScenario scenario = publishing(arrangement.scenario(), context.getRequiredTestClass());
      Deployed.put(context, platform.deploy(scenario, arrangement.variation()));
    } catch (UnavailableException missing) {
      throw Requirement.of(Settings.of(context)).refuse(missing);
    }
  }

  /** Publish the ports that methods and constructors of the class and around ask for. */
  private static ComposeScenario publishing(ComposeScenario scenario, Class<?> type) {
    ComposeScenario published = scenario;
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      for (Endpoint endpoint : endpoints(each).toList()) {
        published = published.publishing(endpoint.service(), endpoint.port());
      }
      for (Method method : each.getDeclaredMethods()) {
        Verify verify = AnnotationSupport.findAnnotation(method, Verify.class).orElse(null);
        if (verify != null && verify.port() > 0) {
          published = published.publishing(verify.service(), verify.port());
        }
      }
      for (Class<?> nested : each.getDeclaredClasses()) {
        published = publishing(published, nested);
      }
    }
    return published;
  }

  private static Stream<Endpoint> endpoints(Class<?> type) {
    return Stream.concat(
            Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
        .flatMap(executable -> Arrays.stream(executable.getParameters()))
        .flatMap(parameter -> AnnotationSupport.findAnnotation(parameter, Endpoint.class).stream());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Deployment.class
        || type == Service.class
        || parameter.isAnnotated(Endpoint.class);
  }

  @Override
  public Object resolveParameter(ParameterContext context, ExtensionContext extension) {
    Parameter parameter = context.getParameter();
    Deployment deployment = Deployed.of(extension);
    if (parameter.getType() == Deployment.class) {
      return deployment;
    }
    Optional<Endpoint> endpoint = context.findAnnotation(Endpoint.class);
    if (endpoint.isPresent()) {
      return address(endpoint.get(), parameter, deployment);
    }
    return Deployed.service(
        deployment, context.findAnnotation(OfService.class).map(OfService::value).orElse(""));
  }

  private static Object address(Endpoint wanted, Parameter parameter, Deployment deployment) {
    org.seatrial.deployment.Endpoint found =
        Deployed.service(deployment, wanted.service()).endpoint(wanted.port());
    if (parameter.getType() == URI.class) {
      return found.uri(wanted.scheme(), "/");
    }
    if (parameter.getType() == InetSocketAddress.class) {
      return new InetSocketAddress(found.host(), found.port());
    }
    if (parameter.getType() == org.seatrial.deployment.Endpoint.class) {
      return found;
    }
    throw new ParameterResolutionException(
        "@Endpoint must stand on a URI, an InetSocketAddress or an Endpoint, unlike " + parameter);
  }
}
