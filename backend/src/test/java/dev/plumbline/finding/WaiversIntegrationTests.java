package dev.plumbline.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.finding.FindingFilter.Status;
import dev.plumbline.finding.Waiver.State;
import dev.plumbline.tenant.Actor;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Refused;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@PlumblineTest
class WaiversIntegrationTests extends WaiverScene {

  @Test
  void anExceptionIsInForceFromItsApprovalToItsEnd() {
    UUID finding = next();
    Instant before = clock.instant();
    UUID id = asked(finding);
    clock.advance(Duration.ofMinutes(1));
    Instant waiting = clock.instant();
    clock.advance(Duration.ofMinutes(1));
    as(OTHER, () -> waivers.approve(List.of(id), "until 2.4.2 is out"));
    Instant end = clock.instant().plus(Duration.ofDays(31));

    assertThatThrownBy(() -> in(() -> book.get(id, before.minusSeconds(1))))
        .isInstanceOf(NotHere.class);
    assertThat(state(id, waiting)).isEqualTo(State.REQUESTED);
    assertThat(state(id, clock.instant())).isEqualTo(State.APPROVED);
    assertThat(state(id, end)).isEqualTo(State.EXPIRED);
    assertThat(inForce(finding, waiting)).isFalse();
    assertThat(inForce(finding, clock.instant())).isTrue();
    assertThat(inForce(finding, end)).isFalse();
    Waiver kept = in(() -> book.get(id, clock.instant()));
    assertThat(kept.requestedBy()).isEqualTo("asker@example.org");
    assertThat(kept.decision().orElseThrow().by()).isEqualTo("other@example.org");
    assertThat(kept.decision().orElseThrow().note()).isEqualTo("until 2.4.2 is out");
  }

  @Test
  void aFindingUnderAnExceptionGoesOnFailing() {
    long before = count(FindingFilter.ALL);
    UUID finding = next();
    approved(finding);
    assertThat(count(FindingFilter.ALL)).isEqualTo(before);
    assertThat(listed(Status.EXCEPTED)).contains(finding);
    assertThat(listed(Status.OPEN)).doesNotContain(finding);
    assertThat(count(FindingFilter.ALL.ofStatus(Status.OPEN)))
        .isEqualTo(before - count(FindingFilter.ALL.ofStatus(Status.EXCEPTED)));
    clock.advance(Duration.ofDays(40));
    assertThat(listed(Status.EXCEPTED)).doesNotContain(finding);
    assertThat(listed(Status.OPEN)).contains(finding);
  }

  @Test
  void whoAsksDoesNotDecide() {
    UUID id = asked(next());
    refused(ASKER, "exception", () -> waivers.approve(List.of(id), ""));
    refused(ASKER, "exception", () -> waivers.refuse(List.of(id), ""));
    assertThat(state(id, clock.instant())).isEqualTo(State.REQUESTED);
  }

  @Test
  void neitherDoesATokenOfWhoAsked() {
    UUID id = asked(next());
    var token = new Actor("token ci", ASKER.person());
    refused(token, "exception", () -> waivers.approve(List.of(id), ""));
    var nobodys = new Actor("token old", Optional.empty());
    refused(nobodys, "exception", () -> waivers.approve(List.of(id), ""));
    refused(Actor.SYSTEM, "exception", () -> waivers.approve(List.of(id), ""));
    refused(nobodys, "exception", () -> waivers.request(draft(List.of(next()))));
    as(new Actor("token bot", OTHER.person()), () -> waivers.approve(List.of(id), ""));
    assertThat(state(id, clock.instant())).isEqualTo(State.APPROVED);
  }

  @Test
  void evenTheDatabaseRefusesThatWhoAskedDecides() {
    UUID id = asked(next());
    String statement =
        "update waiver set decider = requester, decided_by = 'x', approved = true, decided_at ="
            + " requested_at where id = '%s'";
    assertThatThrownBy(() -> in(() -> execute(statement.formatted(id))))
        .hasStackTraceContaining("check constraint");
  }

  @Test
  void ofSeveralNoneIsDecidedWhenOneIsOnesOwn() {
    UUID own = asked(next());
    UUID others = as(OTHER, () -> waivers.request(draft(List.of(next())))).getFirst().id();
    refused(ASKER, "exception", () -> waivers.approve(List.of(others, own), ""));
    assertThat(state(others, clock.instant())).isEqualTo(State.REQUESTED);
  }

  @Test
  void ofTwoWhoDecideAtOnceOneIsTold() throws Exception {
    UUID id = asked(next());
    var third = new Actor("third@example.org", Optional.of(new UUID(3, 3)));
    var barrier = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var first = threads.submit(attempt(OTHER, id, barrier));
      var second = threads.submit(attempt(third, id, barrier));
      assertThat(List.of(first.get(), second.get()))
          .containsExactlyInAnyOrder("", "It has been approved already.");
    }
    assertThat(audited("exception.approved", id)).isEqualTo(1);
  }

  private Callable<String> attempt(Actor actor, UUID id, CyclicBarrier barrier) {
    return () -> {
      barrier.await();
      try {
        as(actor, () -> waivers.approve(List.of(id), ""));
        return "";
      } catch (Refused refused) {
        return refused.why();
      }
    };
  }

  @Test
  void whatIsOverIsNotDecidedOrWithdrawn() {
    UUID refused = asked(next());
    as(OTHER, () -> waivers.refuse(List.of(refused), "mend it"));
    assertThat(state(refused, clock.instant())).isEqualTo(State.REFUSED);
    refused(OTHER, "exception", () -> waivers.approve(List.of(refused), ""));
    refused(ASKER, "exception", () -> waivers.withdraw(List.of(refused)));
    UUID expired = asked(next());
    clock.advance(Duration.ofDays(31));
    refused(OTHER, "exception", () -> waivers.approve(List.of(expired), ""));
    assertThat(state(expired, clock.instant())).isEqualTo(State.EXPIRED);
  }

  @Test
  void whatWasWithdrawnWasInForceBefore() {
    UUID finding = next();
    UUID id = approved(finding);
    Instant then = clock.instant();
    clock.advance(Duration.ofMinutes(5));
    as(ASKER, () -> waivers.withdraw(List.of(id)));
    assertThat(state(id, clock.instant())).isEqualTo(State.WITHDRAWN);
    assertThat(inForce(finding, clock.instant())).isFalse();
    assertThat(inForce(finding, then)).isTrue();
    refused(ASKER, "exception", () -> waivers.withdraw(List.of(id)));
  }

  @Test
  void oneRequestWaitsForAFindingAndMayRenewWhatIsInForce() {
    UUID finding = next();
    UUID first = approved(finding);
    UUID renewal = asked(finding);
    refused(OTHER, "findings", () -> waivers.request(draft(List.of(finding))));
    as(OTHER, () -> waivers.approve(List.of(renewal), ""));
    assertThat(state(first, clock.instant())).isEqualTo(State.APPROVED);
    UUID undecided = asked(finding);
    clock.advance(Duration.ofDays(35));
    UUID again = asked(finding);
    assertThat(state(undecided, clock.instant())).isEqualTo(State.EXPIRED);
    assertThat(state(again, clock.instant())).isEqualTo(State.REQUESTED);
  }

  @Test
  void manyAreAskedForAtOnceAndThoseThatWaitAreLeftAsTheyAre() {
    UUID waits = next();
    asked(waits);
    var more = List.of(next(), next(), waits);
    var made = as(ASKER, () -> waivers.request(draft(more)));
    assertThat(made)
        .extracting(Waiver::finding)
        .containsExactlyInAnyOrderElementsOf(more.subList(0, 2));
  }

  @Test
  void aReasonAndAnEndWithinAYearAreNeeded() {
    var finding = List.of(next());
    Instant end = clock.instant().plus(Duration.ofDays(1));
    refused(ASKER, "reason", () -> waivers.request(new Waivers.Draft(finding, " ", "", end)));
    String long1 = "x".repeat(2001);
    refused(ASKER, "reason", () -> waivers.request(new Waivers.Draft(finding, long1, "", end)));
    refused(ASKER, "reason", () -> waivers.request(new Waivers.Draft(finding, "a\0b", "", end)));
    refused(
        ASKER, "compensation", () -> waivers.request(new Waivers.Draft(finding, "x", long1, end)));
    refused(ASKER, "expiresAt", () -> waivers.request(lasting(finding, Duration.ZERO)));
    refused(ASKER, "expiresAt", () -> waivers.request(lasting(finding, Duration.ofDays(367))));
    refused(ASKER, "findings", () -> waivers.request(lasting(List.of(), Duration.ofDays(1))));
  }

  @Test
  void whatIsMendedOrUnknownIsNotAccepted() {
    UUID mended =
        in(() ->
            jdbc.queryForObject(
                "select id from finding group by id having bool_and(valid_to is not null) limit 1",
                UUID.class));
    refused(ASKER, "findings", () -> waivers.request(draft(List.of(mended))));
    assertThatThrownBy(() -> as(ASKER, () -> waivers.request(draft(List.of(UUID.randomUUID())))))
        .isInstanceOf(NotHere.class);
  }

  @Test
  void everyDeedIsInTheAuditLog() {
    UUID id = approved(next());
    as(ASKER, () -> waivers.withdraw(List.of(id)));
    assertThat(audited("exception.requested", id)).isEqualTo(1);
    assertThat(audited("exception.approved", id)).isEqualTo(1);
    assertThat(audited("exception.withdrawn", id)).isEqualTo(1);
  }

  @Test
  void anotherOrganisationSeesAndChangesNothing() {
    UUID finding = next();
    UUID id = asked(finding);
    UUID other = founded();
    Tenant.run(
        other,
        () -> {
          var now = clock.instant();
          assertThat(book.count(WaiverFilter.at(now))).isZero();
          assertThat(book.waiting(List.of(finding), now)).isEmpty();
          assertThatThrownBy(() -> book.get(id, now)).isInstanceOf(NotHere.class);
          for (Runnable deed :
              List.<Runnable>of(
                  () -> waivers.approve(List.of(id), ""),
                  () -> waivers.withdraw(List.of(id)),
                  () -> waivers.request(draft(List.of(finding))))) {
            assertThatThrownBy(
                    () -> Actor.<RuntimeException, RuntimeException>enter(OTHER, deed::run))
                .isInstanceOf(NotHere.class);
          }
        });
    assertThat(state(id, clock.instant())).isEqualTo(State.REQUESTED);
  }

  @Test
  void theAppRoleCannotRewriteOrDropWhatWasAskedFor() {
    assertThatThrownBy(() -> in(() -> execute("update waiver set reason = 'x'")))
        .hasStackTraceContaining("permission denied");
    assertThatThrownBy(() -> in(() -> execute("update waiver set expires_at = now()")))
        .hasStackTraceContaining("permission denied");
    assertThatThrownBy(() -> in(() -> execute("delete from waiver")))
        .hasStackTraceContaining("permission denied");
  }
}
