package dev.plumbline;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulithTests {

  @Test
  void everyRoomImportsOnlyWhatLiesUpstream() {
    ApplicationModules.of(Plumbline.class).verify();
  }
}
