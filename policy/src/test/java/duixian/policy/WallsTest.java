package duixian.policy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class WallsTest {
  private static final String ROOT = "duixian.policy";

  private static final List<String> BACK_END =
      List.of("value", "source", "model", "facts", "trace");

  private static final Map<String, List<String>> STANDS_ON =
      Map.ofEntries(
          entry("value", List.of()),
          entry("source", List.of("value")),
          entry("document", List.of("source")),
          entry("syntax", List.of("value", "source", "document")),
          entry("law", List.of("value", "source", "document", "syntax")),
          entry("model", List.of("value", "source")),
          entry("resolve", List.of("value", "source", "document", "syntax", "law", "model")),
          entry("check", List.of("value", "source", "document", "syntax", "model", "resolve")),
          entry("print", List.of("value", "source", "syntax", "model")),
          entry("facts", List.of("value", "source", "model")),
          entry("trace", List.of("value", "source", "model", "facts")),
          entry("eval", BACK_END),
          entry("columns", BACK_END),
          entry("proof", BACK_END),
          entry(
              "cases",
              List.of("value", "source", "syntax", "model", "facts", "trace", "eval", "columns")));

  static final Set<String> PACKAGES = STANDS_ON.keySet();

  private static final JavaClasses POLICY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @ParameterizedTest
  @FieldSource("PACKAGES")
  void aPackageKnowsOnlyWhatItStandsOn(String name) {
    var lower = STANDS_ON.getOrDefault(name, List.of()).stream().map(WallsTest::packages);
    var known = Stream.concat(lower, Stream.of(packages(name), "java..", "org.jspecify..", ""));

    classes()
        .that()
        .resideInAPackage(packages(name))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(known.toArray(String[]::new))
        .allowEmptyShould(true)
        .check(POLICY);
  }

  @Test
  void everyPackageHasItsPlace() {
    var packages =
        POLICY.stream().map(JavaClass::getPackageName).filter(name -> !name.equals(ROOT));

    assertThat(packages.distinct())
        .allSatisfy(name -> assertThat(PACKAGES).contains(name.split("\\.", -1)[2]));
  }

  @Test
  void theLanguageNeedsTheJdkAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(ROOT + "..", "java..", "org.jspecify..", "")
        .allowEmptyShould(true)
        .check(POLICY);
  }

  @Test
  void theLanguageKnowsNoDatabaseAndNoNetwork() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..", "java.rmi..")
        .allowEmptyShould(true)
        .check(POLICY);
  }

  @Test
  void theLanguageReadsNoClockAndThrowsNoDice() {
    noClasses()
        .should()
        .accessTargetWhere(describe("it reads a clock or throws dice", WallsTest::isHiddenInput))
        .allowEmptyShould(true)
        .check(POLICY);
  }

  private static boolean isHiddenInput(JavaAccess<?> access) {
    var owner = access.getTargetOwner().getName();
    return switch (access.getName()) {
      case "now" -> owner.startsWith("java.time.");
      case "currentTimeMillis", "nanoTime" -> owner.equals("java.lang.System");
      case "random" -> owner.equals("java.lang.Math");
      case "randomUUID" -> owner.equals("java.util.UUID");
      case "<init>" ->
          Set.of("java.util.Date", "java.util.Random", "java.security.SecureRandom")
              .contains(owner);
      default ->
          owner.equals("java.time.Clock") || owner.equals("java.util.concurrent.ThreadLocalRandom");
    };
  }

  private static String packages(String name) {
    return ROOT + "." + name + "..";
  }
}
