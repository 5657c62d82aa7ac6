package dev.plumbline.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.finding.FindingFilter.Status;
import dev.plumbline.finding.Waiver.State;
import dev.plumbline.scan.SampleData;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.Actor;
import dev.plumbline.tenant.Audit;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Refused;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** One organisation with the sample's findings, someone who asks and someone else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WaiverScene {

  static final Actor ASKER = new Actor("asker@example.org", Optional.of(new UUID(1, 1)));
  static final Actor OTHER = new Actor("other@example.org", Optional.of(new UUID(2, 2)));

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired SampleData sample;
  @Autowired Scans scans;
  @Autowired Findings findings;
  @Autowired Tallies tallies;
  @Autowired Waivers waivers;
  @Autowired WaiverBook book;
  @Autowired Audit audit;
  @Autowired TestClock clock;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;

  UUID tenant;
  List<Finding> open;
  int taken;

  @BeforeAll
  void fill() {
    tenant = founded();
    Tenant.run(tenant, sample::load);
    open = in(() -> findings.page(FindingFilter.ALL, null, 1000).findings());
  }

  UUID founded() {
    var owner =
        people.register(UUID.randomUUID() + "@example.org", "Owner", "a long enough password");
    return organisations.found("Waiving", owner).id();
  }

  UUID next() {
    return open.get(taken++).id();
  }

  UUID asked(UUID finding) {
    return as(ASKER, () -> waivers.request(draft(List.of(finding)))).getFirst().id();
  }

  UUID approved(UUID finding) {
    UUID id = asked(finding);
    as(OTHER, () -> waivers.approve(List.of(id), ""));
    return id;
  }

  Waivers.Draft draft(Collection<UUID> ids) {
    return lasting(ids, Duration.ofDays(30));
  }

  Waivers.Draft lasting(Collection<UUID> ids, Duration time) {
    return new Waivers.Draft(ids, "Vendor mends it in 2.4.2", "", clock.instant().plus(time));
  }

  State state(UUID id, Instant at) {
    return in(() -> book.get(id, at)).stateAt(at);
  }

  boolean inForce(UUID finding, Instant at) {
    return in(() -> book.inForce(List.of(finding), at)).containsKey(finding);
  }

  long count(FindingFilter filter) {
    return in(() -> findings.count(filter));
  }

  List<UUID> listed(Status status) {
    return in(() -> findings.page(FindingFilter.ALL.ofStatus(status), null, 1000))
        .findings()
        .stream()
        .map(Finding::id)
        .toList();
  }

  long audited(String action, UUID id) {
    return in(() -> audit.before(Long.MAX_VALUE, 5000)).stream()
        .filter(entry -> entry.action().equals(action) && entry.target().contains(id.toString()))
        .count();
  }

  Object execute(String statement) {
    return transaction.execute(status -> jdbc.update(statement));
  }

  void refused(Actor actor, String field, Runnable deed) {
    assertThatThrownBy(() -> as(actor, deed))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
  }

  void as(Actor actor, Runnable deed) {
    as(
        actor,
        () -> {
          deed.run();
          return "";
        });
  }

  <T> T as(Actor actor, java.util.function.Supplier<T> deed) {
    var done = new HashMap<String, T>();
    Actor.<RuntimeException, RuntimeException>enter(
        actor, () -> done.put("", Tenant.call(tenant, deed)));
    return done.get("");
  }

  <T> T in(java.util.function.Supplier<T> work) {
    return Tenant.call(tenant, () -> transaction.execute(status -> work.get()));
  }
}
