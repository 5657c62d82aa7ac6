package dev.plumbline.database.embedded;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.database.StartRefused;
import org.junit.jupiter.api.Test;

class RootUserTests {

  @Test
  void rootWithoutUserNamespacesIsToldBothWaysOutInOneLine() {
    assertThatThrownBy(() -> new RootUser(true, false).refuseWhereItCannotRun())
        .isInstanceOf(StartRefused.class)
        .hasMessageContainingAll("normal user", "PLUMBLINE_DATABASE_URL")
        .hasMessageNotContaining("\n");
  }

  @Test
  void rootWithUserNamespacesAndNormalUsersMayStart() {
    assertThatCode(() -> new RootUser(true, true).refuseWhereItCannotRun())
        .doesNotThrowAnyException();
    assertThatCode(() -> new RootUser(false, false).refuseWhereItCannotRun())
        .doesNotThrowAnyException();
  }
}
