package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.database.StartRefused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.web.server.PortInUseException;

class OneLineReportTests {

  @Test
  void aTakenPortIsOneLineThatNamesTheSetting() {
    assertThat(OneLineReport.line(new IllegalStateException(new PortInUseException(8080))))
        .hasValueSatisfying(
            line -> assertThat(line).contains("8080", "SERVER_PORT").doesNotContain("\n"));
  }

  @Test
  void aRefusedStartIsItsOwnMessageHoweverDeepItLies() {
    var failure = new BeanCreationException("a", new IllegalStateException(new StartRefused("b")));
    assertThat(OneLineReport.line(failure)).contains("b");
  }

  @Test
  void otherFailuresAreLeftToTheFullReport() {
    assertThat(OneLineReport.line(new IllegalStateException("x"))).isEmpty();
  }
}
