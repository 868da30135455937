package duixian.service;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class WallsTest {
  @Test
  void modulesKnowOnlyEachOthersFaces() {
    ApplicationModules.of(Application.class).verify();
  }

  @Test
  void packagesKnowEachOtherOneWayOnly() {
    var ours =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("duixian.service");

    slices().matching("duixian.service.(**)").should().beFreeOfCycles().check(ours);
  }
}
