package org.seatrial.junit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the {@link Image} annotations that count for a test class. */
final class NamedImages {

  private NamedImages() {}

  /**
   * Return the images of the test class; if it names none those of its nearest superclass that
   * does, then those of the classes around it, from the inside out. Empty if nobody names one.
   */
  static List<Image> of(ExtensionContext context) {
    List<Class<?>> around = new ArrayList<>(context.getEnclosingTestClasses());
    Collections.reverse(around);
    return Stream.concat(Stream.of(context.getRequiredTestClass()), around.stream())
        .map(NamedImages::ofClass)
        .filter(images -> !images.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<Image> ofClass(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      List<Image> own = declared(each);
      if (!own.isEmpty()) {
        return own;
      }
    }
    return List.of();
  }

  /** Return those that stand on the class, on its other annotations, and on its interfaces. */
  private static List<Image> declared(Class<?> type) {
    Set<Image> images =
        new LinkedHashSet<>(List.of(type.getDeclaredAnnotationsByType(Image.class)));
    Stream.concat(
            Arrays.stream(type.getDeclaredAnnotations()).map(other -> other.annotationType()),
            Arrays.stream(type.getInterfaces()))
        .map(source -> AnnotationSupport.findRepeatableAnnotations(source, Image.class))
        .forEach(images::addAll);
    return List.copyOf(images);
  }
}
