package org.seatrial.junit;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.seatrial.check.UnavailableException;
import org.seatrial.image.ImageOptions;
import org.seatrial.image.ImagePlace;

/** The images that a test class names, each opened once for the whole run. */
final class ReleaseImages {

  private static final ExtensionContext.Namespace OPENED =
      ExtensionContext.Namespace.create(ReleaseImages.class);

  private final ExtensionContext context;

  private ReleaseImages(ExtensionContext context) {
    this.context = context;
  }

  static ReleaseImages of(ExtensionContext context) {
    return new ReleaseImages(context);
  }

  /** Return the images of the test class or, if it names none, of the classes around it. */
  List<ImagePlace> all() {
    return annotations().stream().map(this::open).toList();
  }

  ImagePlace forParameter(ParameterContext parameter) {
    Optional<Image> own = parameter.findAnnotation(Image.class);
    if (own.isPresent()) {
      return open(own.get());
    }
    List<Image> images = annotations();
    if (images.size() != 1) {
      throw new ParameterResolutionException(
          "annotate the parameter with @Image: the class names " + images.size() + " images");
    }
    return open(images.get(0));
  }

  private List<Image> annotations() {
    for (Class<?> type = context.getRequiredTestClass();
        type != null;
        type = type.getEnclosingClass()) {
      List<Image> images = AnnotationSupport.findRepeatableAnnotations(type, Image.class);
      if (!images.isEmpty()) {
        return images;
      }
    }
    throw new AssertionFailedError(
        context.getRequiredTestClass().getName()
            + " must say with @Image which image it verifies, such as"
            + " @Image(\"docker:shop/cart:1.4\")");
  }

  private ImagePlace open(Image image) {
    String subject =
        new Placeholders(context::getConfigurationParameter, System::getenv).fill(image.value());
    try {
      return context
          .getRoot()
          .getStore(OPENED)
          .getOrComputeIfAbsent(
              List.of(subject, image.platform()),
              key -> ImagePlace.open(subject, image.platform(), ImageOptions.standard()),
              ImagePlace.class);
    } catch (UnavailableException missing) {
      if (Requirement.fromEnvironment().isRequired(missing.part())) {
        throw new AssertionFailedError(
            missing.getMessage() + " (" + missing.part() + " is required)", missing);
      }
      throw new TestAbortedException(missing.getMessage(), missing);
    }
  }
}
