package org.seatrial.junit;

import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.AssertionFailedError;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Place;
import org.seatrial.check.UnavailableException;
import org.seatrial.image.ImagePlace;

/** The images that a test class names, each opened once for the whole run. */
final class ReleaseImages {

  private static final ExtensionContext.Namespace OPENED =
      ExtensionContext.Namespace.create(ReleaseImages.class);

  private final ExtensionContext context;
  private final Settings settings;

  private ReleaseImages(ExtensionContext context) {
    this.context = context;
    this.settings = Settings.of(context);
  }

  static ReleaseImages of(ExtensionContext context) {
    return new ReleaseImages(context);
  }

  /**
   * Return the images that the {@link Verify} methods of the test class run on.
   *
   * @throws AssertionFailedError when there is none
   */
  List<ImageName> all() {
    List<Image> images = NamedImages.of(context);
    if (images.isEmpty()) {
      throw new AssertionFailedError(
          context.getRequiredTestClass().getName()
              + " must say with @Image which image it verifies, such as"
              + " @Image(\"docker:shop/cart:1.4\")");
    }
    return images.stream().map(image -> ImageName.of(image, settings)).toList();
  }

  /**
   * Return the image that is meant by a parameter.
   *
   * @throws ParameterResolutionException when it does not say, and the class names none or several
   */
  ImageName of(Parameter parameter) {
    Optional<Image> own = AnnotationSupport.findAnnotation(parameter, Image.class);
    List<Image> images = own.map(List::of).orElseGet(() -> NamedImages.of(context));
    if (images.size() != 1) {
      throw new ParameterResolutionException(
          "annotate the parameter "
              + parameter
              + " with @Image: its class names "
              + (images.isEmpty() ? "no image" : images.size() + " images"));
    }
    return ImageName.of(images.get(0), settings);
  }

  /**
   * Return the image.
   *
   * @throws AssertionFailedError when a part of the environment is missing that is required
   * @throws org.opentest4j.TestAbortedException when one is missing that is not
   * @throws InspectionException when there is no such image
   */
  ImagePlace open(ImageName image) {
    try {
      return context
          .getRoot()
          .getStore(OPENED)
          .getOrComputeIfAbsent(image, ImageName::open, ImagePlace.class);
    } catch (UnavailableException missing) {
      throw Requirement.of(settings).refuse(missing);
    }
  }

  /**
   * Return the image as a place; when there is no such image, one that says so to every question.
   */
  Place place(ImageName image) {
    try {
      return open(image);
    } catch (InspectionException reason) {
      return new UnseenPlace(image.toString(), reason);
    }
  }
}
