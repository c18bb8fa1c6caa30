package org.seatrial.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.List;
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
          "java.time.Clock.systemUTC",
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
            "no sleep outside a clock", withoutClocks(root).should().callMethodWhere(sleeps())),
        new Rule(
            "no time outside a clock", withoutClocks(root).should().callMethodWhere(readsTime())),
        new Rule(
            "no backtracking expression",
            outside(root, "cli", "junit")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.regex..")),
        new Rule(
            "no hidden backtracking expression",
            outside(root, "cli", "junit").should().callMethodWhere(backtracks())));
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
            .and(HasName.Predicates.nameMatching(".*(Clock|Sleeper)(\\$.*)?"))
            .as("clocks of the checks");
    return outside(root).and(not(clock));
  }

  private static DescribedPredicate<JavaMethodCall> sleeps() {
    return DescribedPredicate.describe("it sleeps", call -> SLEEPS.contains(name(call)));
  }

  private static DescribedPredicate<JavaMethodCall> readsTime() {
    return DescribedPredicate.describe(
        "it reads the time",
        call -> CLOCKS.contains(name(call)) || isUnclockedNow(call.getTarget()));
  }

  private static DescribedPredicate<JavaMethodCall> backtracks() {
    return DescribedPredicate.describe(
        "it uses a regular expression", call -> BACKTRACKERS.contains(name(call)));
  }

  private static boolean isUnclockedNow(AccessTarget.MethodCallTarget target) {
    List<JavaClass> parameters = target.getRawParameterTypes();
    return target.getName().equals("now")
        && target.getOwner().getPackageName().startsWith("java.time")
        && parameters.stream().noneMatch(type -> type.getName().equals("java.time.Clock"));
  }

  private static String name(JavaMethodCall call) {
    return call.getTargetOwner().getName() + "." + call.getName();
  }
}
