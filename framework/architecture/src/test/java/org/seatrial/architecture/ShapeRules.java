package org.seatrial.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What packages, classes and fields look like. */
final class ShapeRules {

  private static final String[] EMPTY_WORDS = {
    "..util..",
    "..utils..",
    "..common..",
    "..impl..",
    "..core..",
    "..helper..",
    "..helpers..",
    "..manager..",
    "..managers..",
    "..misc.."
  };

  private static final String EMPTY_ENDINGS = ".*(Utils?|Helper|Manager|Impl)";

  private ShapeRules() {}

  static Stream<Rule> below(String root) {
    return Stream.of(
        new Rule(
            "every package is null-marked",
            every(root, "be in a package with @NullMarked", ShapeRules::nullMarked)),
        new Rule(
            "no package is named by an empty word",
            noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .resideInAnyPackage(EMPTY_WORDS)),
        new Rule(
            "no class is named by an empty word",
            noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(EMPTY_ENDINGS)),
        new Rule(
            "every public class is closed or made to be extended",
            every(root, "be closed or made to be extended", ShapeRules::decided)),
        new Rule(
            "no static field changes",
            every(root, "keep its static fields final", ShapeRules::keepsItsStatics)));
  }

  private static boolean nullMarked(JavaClass type) {
    return type.getPackage().isAnnotatedWith(NullMarked.class);
  }

  /** A public class decides who may extend it; an error may be both thrown and refined. */
  private static boolean decided(JavaClass type) {
    Set<JavaModifier> modifiers = type.getModifiers();
    return !modifiers.contains(JavaModifier.PUBLIC)
        || modifiers.contains(JavaModifier.FINAL)
        || modifiers.contains(JavaModifier.ABSTRACT)
        || type.isSealed()
        || type.isEnum()
        || type.isAssignableTo(Throwable.class);
  }

  private static boolean keepsItsStatics(JavaClass type) {
    return type.getFields().stream()
        .map(JavaField::getModifiers)
        .filter(modifiers -> modifiers.contains(JavaModifier.STATIC))
        .allMatch(modifiers -> modifiers.contains(JavaModifier.FINAL));
  }

  private static ArchRule every(String root, String phrase, Predicate<JavaClass> holds) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<>(phrase) {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (!holds.test(type)) {
                  events.add(violated(type, type.getName() + " should " + phrase));
                }
              }
            });
  }
}
