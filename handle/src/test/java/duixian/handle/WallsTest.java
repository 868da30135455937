package duixian.handle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class WallsTest {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("duixian.handle");

  @Test
  void theProtocolKnowsNoSocketNoClockAndNoStore() {
    noClasses()
        .that()
        .resideInAnyPackage("duixian.handle.message", "duixian.handle.value")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.nio.channels..", "java.time..", "io.netty..")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("duixian.handle.store..", "duixian.handle.node..")
        .check(classes);
  }

  @Test
  void onlyTheServersKnowTheNetwork() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "duixian.handle.server", "duixian.handle.http..", "duixian.handle.transport..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.netty..")
        .check(classes);
  }

  @Test
  void nothingShippedUsesTheReferenceClient() {
    noClasses().should().dependOnClassesThat().resideInAPackage("net.handle..").check(classes);
  }

  @Test
  void noPackagesDependOnEachOtherInACircle() {
    slices().matching("duixian.handle.(*)..").should().beFreeOfCycles().check(classes);
  }
}
