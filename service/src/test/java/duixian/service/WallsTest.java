package duixian.service;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class WallsTest {
  @Test
  void modulesKnowOnlyEachOthersFaces() {
    ApplicationModules.of(Application.class).verify();
  }
}
