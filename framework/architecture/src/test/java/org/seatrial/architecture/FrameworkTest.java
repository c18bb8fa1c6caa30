package org.seatrial.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules, over the classes of every published module. */
class FrameworkTest {

  private static final String ROOT = "org.seatrial";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @TestFactory
  Stream<DynamicTest> keeps_every_rule() {
    return Rules.below(ROOT).stream()
        .map(rule -> dynamicTest(rule.name(), () -> rule.rule().check(CLASSES)));
  }

  @TestFactory
  Stream<DynamicTest> sees_enough_classes_of_every_module() {
    return Module.all().stream()
        .map(module -> dynamicTest(module.name(), () -> assertSeen(module)));
  }

  private static void assertSeen(Module module) {
    String own = ROOT + "." + module.name();
    long seen =
        CLASSES.stream()
            .map(type -> type.getPackageName())
            .filter(name -> name.equals(own) || name.startsWith(own + "."))
            .count();
    assertThat(seen).as("classes of %s", own).isGreaterThanOrEqualTo(module.atLeast());
  }
}
