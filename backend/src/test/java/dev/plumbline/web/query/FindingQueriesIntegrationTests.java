package dev.plumbline.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.compliance.OwnFrameworks;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlumblineTest
class FindingQueriesIntegrationTests {

  private static final String HOUSE =
      """
      id: own-house
      name: House rules
      edition: "2026"
      type: benchmark
      sections:
        - {id: H, topic: Pods}
      controls:
        - {id: H.1, parent: H, topic: First, kind: evidence, plus: [pod-privileged]}
      """;

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired OwnFrameworks frameworks;
  @Autowired FindingQueries queries;

  @Test
  void aFrameworkIsFilteredByItsTextOfThatInstant() {
    var person = people.register(UUID.randomUUID() + "@example.org", "Mira", "a long enough one");
    Tenant.run(organisations.found("Filtered", person).id(), this::walk);
  }

  private void walk() {
    Instant before = published(HOUSE);
    Instant between = changed(HOUSE.replace("pod-privileged", "pod-host-pid"));
    assertThat(asked("own-house", Optional.empty()).filter().checks())
        .containsExactly("pod-host-pid");
    assertThat(asked("own-house", Optional.of(between)).filter().checks())
        .containsExactly("pod-privileged");
    assertThat(asked("own-house/H.1", Optional.of(between)).filter().checks())
        .containsExactly("pod-privileged");
    assertThat(asked("own-house", Optional.of(before)).problems())
        .singleElement()
        .asString()
        .contains("there is no such framework");
    frameworks.retire("own-house");
    assertThat(asked("own-house", Optional.empty()).problems()).hasSize(1);
    assertThat(asked("own-house", Optional.of(between)).problems()).isEmpty();
  }

  /** An instant before it was in force. */
  private Instant published(String source) {
    frameworks.create(source);
    Instant before = frameworks.get("own-house").savedAt().minusSeconds(1);
    frameworks.publish("own-house");
    return before;
  }

  /** An instant before the change was in force. */
  private Instant changed(String source) {
    frameworks.save("own-house", 0, source);
    Instant before = Instant.now();
    frameworks.publish("own-house");
    return before;
  }

  private FindingQueries.Understood asked(String framework, Optional<Instant> at) {
    return queries.understand(Query.parse("framework:" + framework), at);
  }
}
