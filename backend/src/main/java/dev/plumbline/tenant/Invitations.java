package dev.plumbline.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Invitations into the current organisation: by link, once, for one address, for seven days. */
@Component
public class Invitations {

  private static final Duration OPEN = Duration.ofDays(7);

  private final InvitationRows rows;
  private final Members members;
  private final People people;
  private final PlatformJdbc platform;
  private final Audit audit;
  private final TenantJdbc jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Invitations(
      InvitationRows rows,
      Members members,
      People people,
      PlatformJdbc platform,
      Audit audit,
      TenantJdbc jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.members = members;
    this.people = people;
    this.platform = platform;
    this.audit = audit;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Invites an address and returns the secret of the link, which is never shown again. */
  public String invite(String email, Role role, Role by) {
    String address = People.normal(email);
    if (!address.contains("@") || address.length() > 254) {
      throw new Refused("email", "This is not an e-mail address.");
    }
    if (!by.mayGrant(role)) {
      throw new Refused("role", "You cannot give a role with more rights than your own.");
    }
    String secret = Secrets.next();
    var now = clock.instant();
    transaction.executeWithoutResult(status -> {
      rows.save(new InvitationEntity(address, role, Secrets.hash(secret), now, now.plus(OPEN)));
      audit.record("member.invited", address, role.name());
    });
    return secret;
  }

  /** Invitations nobody has accepted yet, newest first. */
  public List<Invitation> pending() {
    return transaction.execute(status ->
        rows.findByAcceptedAtIsNullOrderByCreatedAtDesc().stream()
            .map(row -> new Invitation(row.id, row.email, row.role, row.invitedBy, row.expiresAt))
            .toList());
  }

  public void withdraw(UUID id) {
    transaction.executeWithoutResult(status -> {
      var row = rows.findById(id).orElseThrow(() -> new NotHere("invitation"));
      rows.delete(row);
      audit.record("invitation.withdrawn", row.email, "");
    });
  }

  /** What an invitation's link opens; empty when it is unknown, used or over. */
  public Optional<Opened> open(String secret) {
    return tenantOf(secret)
        .flatMap(tenant ->
            Tenant.call(
                tenant,
                () ->
                    transaction.execute(status ->
                        rows.findByTokenHash(Secrets.hash(secret))
                            .filter(row -> row.open(clock.instant()))
                            .map(row -> opened(row)))));
  }

  private Opened opened(InvitationEntity row) {
    return new Opened(
        organisation(),
        row.email,
        row.role,
        row.invitedBy,
        row.expiresAt,
        people.withEmail(row.email).isPresent());
  }

  private String organisation() {
    return jdbc.sql("select name from organisation where tenant_id = :tenant")
        .query(String.class)
        .single();
  }

  /** Accepts as someone new; the invitation is used up. */
  public Person accept(String secret, String name, String password) {
    var opened = open(secret).orElseThrow(Invitations::over);
    var person = people.register(opened.email(), name, password);
    admit(secret, person);
    return person;
  }

  /** Accepts as someone who has signed in under the invited address. */
  public void accept(String secret, Person person) {
    var opened = open(secret).orElseThrow(Invitations::over);
    if (!opened.email().equals(person.email())) {
      throw new Refused("token", "This invitation is for another address.");
    }
    admit(secret, person);
  }

  private void admit(String secret, Person person) {
    var tenant = tenantOf(secret).orElseThrow(Invitations::over);
    Tenant.run(
        tenant,
        () ->
            transaction.executeWithoutResult(status -> {
              var row =
                  rows.findByTokenHash(Secrets.hash(secret))
                      .filter(open -> open.open(clock.instant()))
                      .orElseThrow(Invitations::over);
              row.acceptedAt = clock.instant();
              members.add(person, row.role);
            }));
  }

  private Optional<UUID> tenantOf(String secret) {
    return platform.call(() ->
        platform
            .sql("select tenant_of_invitation(:hash)")
            .param("hash", Secrets.hash(secret))
            .query(UUID.class)
            .optional());
  }

  private static Refused over() {
    return new Refused("token", "This invitation is unknown, used or over. Ask for a new one.");
  }

  /** An invitation that waits. */
  public record Invitation(UUID id, String email, Role role, String invitedBy, Instant expiresAt) {}

  /**
   * What the link's page shows.
   *
   * @param known whether the address belongs to a person already, who then signs in
   */
  public record Opened(
      String organisation,
      String email,
      Role role,
      String invitedBy,
      Instant expiresAt,
      boolean known) {}
}
