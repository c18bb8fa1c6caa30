package org.seatrial.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;

/** What nobody may call, and the few places that may. */
final class ForbiddenRules {

  private static final Set<String> SLEEPS =
      Set.of("java.lang.Thread.sleep", "java.util.concurrent.TimeUnit.sleep");

  private static final Set<String> CLOCKS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system");

  private static final Set<String> BACKTRACKERS =
      Set.of(
          "java.lang.String.matches",
          "java.lang.String.replaceAll",
          "java.lang.String.replaceFirst");

  private ForbiddenRules() {}

  static Stream<Rule> below(String root) {
    return Stream.of(
        new Rule(
            "no output outside the command", outside(root, "cli").should(ACCESS_STANDARD_STREAMS)),
        new Rule("no generic exception is thrown", outside(root).should(THROW_GENERIC_EXCEPTIONS)),
        new Rule(
            "no sleep outside a clock", withoutClocks(root).should().accessTargetWhere(sleeps())),
        new Rule(
            "no time outside a clock", withoutClocks(root).should().accessTargetWhere(readsTime())),
        new Rule(
            "no backtracking expression",
            outside(root, "cli", "junit")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.regex..")),
        new Rule(
            "no hidden backtracking expression",
            outside(root, "cli", "junit")
                .and(not(name(root + ".check.Check")))
                .should()
                .accessTargetWhere(backtracks())));
  }

  private static GivenClassesConjunction outside(String root, String... modules) {
    String[] excepted = Stream.of(modules).map(m -> root + "." + m + "..").toArray(String[]::new);
    return noClasses().that().resideInAPackage(root + "..").and(not(resideInAnyPackage(excepted)));
  }

  /**
   * The checks own the two kinds of type that may: those that tell the time and those that wait.
   */
  private static GivenClassesConjunction withoutClocks(String root) {
    DescribedPredicate<JavaClass> clock =
        resideInAPackage(root + ".check..")
            .and(nameMatching(".*(Clock|Sleeper)(\\$.*)?"))
            .as("clocks of the checks");
    return outside(root).and(not(clock));
  }

  private static DescribedPredicate<JavaAccess<?>> sleeps() {
    return describe("it sleeps", access -> SLEEPS.contains(nameOf(access)));
  }

  /** A clock may be made where it can be replaced, and not be asked for the time at once. */
  private static DescribedPredicate<JavaAccess<?>> readsTime() {
    return describe(
        "it reads the time",
        access ->
            CLOCKS.contains(nameOf(access))
                || isNowWithoutClock(access)
                || isClockAskedAtOnce(access));
  }

  /** An id is made of the sentence that the author of a check wrote, so a check may. */
  private static DescribedPredicate<JavaAccess<?>> backtracks() {
    return describe(
        "it uses a regular expression", access -> BACKTRACKERS.contains(nameOf(access)));
  }

  private static boolean isNowWithoutClock(JavaAccess<?> access) {
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
        && target.getName().equals("now")
        && target.getOwner().getPackageName().startsWith("java.time")
        && target.getRawParameterTypes().stream()
            .noneMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static boolean isClockAskedAtOnce(JavaAccess<?> access) {
    return access.getTargetOwner().isEquivalentTo(Clock.class)
        && Set.of("instant", "millis").contains(access.getName())
        && access.getOrigin().getAccessesFromSelf().stream()
            .anyMatch(other -> nameOf(other).equals("java.time.Clock.systemUTC"));
  }

  private static String nameOf(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getName();
  }
}
