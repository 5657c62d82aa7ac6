package dev.plumbline.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.tenant.Audit;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Refused;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlumblineTest
class OwnFrameworksIntegrationTests {

  private static final String HOUSE =
      OwnFrameworkFilesTests.HOUSE.replace("pod-privileged, own-labels", "pod-privileged");

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired OwnFrameworks own;
  @Autowired Frameworks frameworks;
  @Autowired Audit audit;
  @Autowired Attestations attestations;

  private Organisation organisation;

  @BeforeEach
  void found() {
    organisation = founded();
  }

  @Test
  void aDraftCountsNowhereUntilItIsPublished() {
    in(() -> {
      assertThat(own.create(HOUSE).state()).isEqualTo(OwnFramework.State.DRAFT);
      assertThat(frameworks.find("own-house")).isEmpty();
      assertThat(frameworks.all()).noneMatch(Framework::own);
      var published = own.publish("own-house");
      assertThat(published.state()).isEqualTo(OwnFramework.State.PUBLISHED);
      assertThat(frameworks.find("own-house")).isPresent();
      assertThat(frameworks.all()).extracting(Framework::id).contains("own-house").isSorted();
      assertThat(actions()).startsWith("framework.published", "framework.written");
    });
  }

  @Test
  void anInstantIsReadByTheTextOfThen() {
    in(() -> {
      own.create(HOUSE);
      Instant first = Objects.requireNonNull(own.publish("own-house").since());
      own.save("own-house", 1, HOUSE.replace("Nothing is privileged", "Nobody is privileged"));
      assertThat(topic(Optional.empty())).isEqualTo("Nothing is privileged");
      Instant second = Objects.requireNonNull(own.publish("own-house").since());
      assertThat(topic(Optional.empty())).isEqualTo("Nobody is privileged");
      assertThat(topic(Optional.of(first))).isEqualTo("Nothing is privileged");
      assertThat(topic(Optional.of(second.minusNanos(1000)))).isEqualTo("Nothing is privileged");
      assertThat(topic(Optional.of(second))).isEqualTo("Nobody is privileged");
      assertThat(frameworks.find("own-house", Optional.of(first.minusSeconds(1)))).isEmpty();
      assertThat(frameworks.find("own-house", Optional.of(first)).orElseThrow().mappingVersion())
          .isEqualTo("1, revision 1");
      own.retire("own-house");
      assertThat(frameworks.find("own-house")).isEmpty();
      assertThat(topic(Optional.of(second))).isEqualTo("Nobody is privileged");
      assertThat(own.revisions("own-house"))
          .extracting(OwnFramework.Revision::number)
          .containsExactly(2, 1);
      assertThat(own.source("own-house", 1)).isEqualTo(HOUSE);
    });
  }

  @Test
  void anotherOrganisationSeesNothingOfIt() {
    in(() -> {
      own.create(HOUSE);
      own.publish("own-house");
      assertThat(frameworks.find("own-house")).isPresent();
    });
    Tenant.run(
        founded().id(),
        () -> {
          assertThat(frameworks.find("own-house")).isEmpty();
          assertThat(frameworks.all()).noneMatch(Framework::own);
          assertThat(own.all()).isEmpty();
          assertThatThrownBy(() -> own.source("own-house")).isInstanceOf(NotHere.class);
          assertThatThrownBy(() -> own.publish("own-house")).isInstanceOf(NotHere.class);
          own.create(HOUSE.replace("House rules", "Another house"));
          own.publish("own-house");
          assertThat(frameworks.find("own-house").orElseThrow().name()).isEqualTo("Another house");
        });
    in(() ->
        assertThat(frameworks.find("own-house").orElseThrow().name()).isEqualTo("House rules"));
  }

  @Test
  void whoHasNotSeenTheNewestTextDoesNotOverwriteIt() {
    in(() -> {
      own.create(HOUSE);
      own.save("own-house", 1, HOUSE + "# mine\n");
      assertThatThrownBy(() -> own.save("own-house", 1, HOUSE + "# theirs\n"))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("revision 2");
      assertThat(own.source("own-house")).endsWith("# mine\n");
    });
  }

  @Test
  void savingTheSameTextKeepsNoNewRevision() {
    in(() -> {
      own.create(HOUSE.replace("\n", "\r\n"));
      assertThat(own.source("own-house")).isEqualTo(HOUSE);
      assertThat(own.save("own-house", 1, HOUSE).revision()).isEqualTo(1);
    });
  }

  @Test
  void theIdStaysAndIsTakenOnce() {
    in(() -> {
      own.create(HOUSE);
      assertThatThrownBy(() -> own.create(HOUSE))
          .isInstanceOf(MalformedFramework.class)
          .hasMessageContaining("belongs to another framework");
      assertThatThrownBy(() -> own.save("own-house", 1, HOUSE.replace("own-house", "own-other")))
          .isInstanceOf(MalformedFramework.class)
          .hasMessageContaining("stays \"own-house\"")
          .hasMessageContaining("line 1");
    });
  }

  @Test
  void onlyWhatNeverCountedIsDeleted() {
    in(() -> {
      own.create(HOUSE);
      own.delete("own-house");
      assertThat(own.all()).isEmpty();
      own.create(HOUSE);
      own.publish("own-house");
      attest("own-house", "A.2");
      assertThatThrownBy(() -> own.delete("own-house"))
          .isInstanceOf(Refused.class)
          .hasMessage("It has counted, and on it hang 1 attestation: retire it instead.");
      own.retire("own-house");
      assertThat(own.get("own-house").state()).isEqualTo(OwnFramework.State.RETIRED);
      assertThatThrownBy(() -> own.delete("own-house")).isInstanceOf(Refused.class);
    });
  }

  @Test
  void anOrganisationHasFiftyAtMost() {
    in(() -> {
      for (int each = 0; each < OwnFrameworks.MOST; each++) {
        own.create(HOUSE.replace("own-house", "own-house-" + each));
      }
      assertThatThrownBy(() -> own.create(HOUSE))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("50");
      own.publish("own-house-0");
      own.retire("own-house-0");
      own.create(HOUSE);
      assertThatThrownBy(() -> own.publish("own-house-0")).isInstanceOf(Refused.class);
    });
  }

  private void attest(String framework, String control) {
    attestations.attest(
        new Attestations.Draft(
            framework, control, null, "Yes.", "Rota.", Instant.now().plusSeconds(3600)));
  }

  private String topic(Optional<Instant> at) {
    return frameworks
        .find("own-house", at)
        .flatMap(house -> house.control("A.1"))
        .orElseThrow()
        .topic();
  }

  private List<String> actions() {
    return audit.before(Long.MAX_VALUE, 3).stream().map(Audit.Entry::action).toList();
  }

  private void in(Runnable work) {
    Tenant.run(organisation.id(), work);
  }

  private Organisation founded() {
    return organisations.found(
        "House",
        people.register(UUID.randomUUID() + "@example.org", "Someone", "a long enough password"));
  }
}
