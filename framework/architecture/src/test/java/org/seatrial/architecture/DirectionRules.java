package org.seatrial.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may know whom, and which outside types may be seen from outside. */
final class DirectionRules {

  private DirectionRules() {}

  static Stream<Rule> below(String root) {
    return Stream.concat(
        Module.all().stream()
            .flatMap(module -> Stream.of(knows(module, root), shows(module, root))),
        Stream.of(noDatabind(root)));
  }

  private static Rule knows(Module module, String root) {
    return new Rule(
        module.name() + " knows only what is inward of it",
        classes()
            .that()
            .resideInAPackage(module.packages(root))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(module.known(root)));
  }

  private static Rule shows(Module module, String root) {
    return new Rule(
        module.name() + " hides the libraries that it uses",
        classes()
            .that()
            .resideInAPackage(module.packages(root))
            .should(showNo(not(resideInAnyPackage(module.shown(root))))));
  }

  private static Rule noDatabind(String root) {
    return new Rule(
        "no object mapping of JSON",
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "com.fasterxml.jackson.databind..", "tools.jackson..", "com.google.gson.."));
  }

  private static ArchCondition<JavaClass> showNo(DescribedPredicate<JavaClass> foreign) {
    return new ArchCondition<>("show no type of an outside library") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!visible(type)) {
          return;
        }
        Set<JavaClass> shown =
            Stream.concat(
                    header(type), type.getMembers().stream().flatMap(DirectionRules::signature))
                .flatMap(shownType -> shownType.getAllInvolvedRawTypes().stream())
                .filter(foreign)
                .collect(Collectors.toSet());
        for (JavaClass found : shown) {
          events.add(
              SimpleConditionEvent.violated(
                  type, type.getName() + " shows " + found.getName() + " in a public signature"));
        }
      }
    };
  }

  private static boolean visible(JavaClass type) {
    return shown(type.getModifiers())
        && type.getEnclosingClass().map(DirectionRules::visible).orElse(true);
  }

  private static boolean shown(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static Stream<JavaType> header(JavaClass type) {
    return Stream.of(
            type.getSuperclass().stream(),
            type.getInterfaces().stream(),
            type.getTypeParameters().stream())
        .flatMap(types -> types);
  }

  private static Stream<JavaType> signature(JavaMember member) {
    if (!shown(member.getModifiers()) || member.getModifiers().contains(JavaModifier.SYNTHETIC)) {
      return Stream.empty();
    }
    if (member instanceof JavaField field) {
      return Stream.of(field.getType());
    }
    if (member instanceof JavaCodeUnit unit) {
      return Stream.of(
              Stream.of(unit.getReturnType()),
              unit.getParameterTypes().stream(),
              unit.getTypeParameters().stream(),
              unit.getExceptionTypes().stream())
          .flatMap(types -> types);
    }
    return Stream.empty();
  }
}
