package org.seatrial.junit;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a class once for each scenario that it names, in each variation. */
final class DeploymentsExtension implements ClassTemplateInvocationContextProvider {

  @Override
  public boolean supportsClassTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
      ExtensionContext context) {
    return Arrangement.allOf(context).stream().map(Invocation::new);
  }

  /** One pass of the class. */
  private record Invocation(Arrangement arrangement) implements ClassTemplateInvocationContext {

    @Override
    public String getDisplayName(int index) {
      return arrangement.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new DeployedExtension(arrangement));
    }
  }
}
