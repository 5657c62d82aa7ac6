package dev.plumbline.tenant;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The members of the current organisation and their roles. */
@Component
@Transactional
public class Members {

  private final MembershipRows rows;
  private final TenantJdbc jdbc;
  private final Audit audit;
  private final Clock clock;

  Members(MembershipRows rows, TenantJdbc jdbc, Audit audit, Clock clock) {
    this.rows = rows;
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** A person's role here; empty when they are no member. */
  @Transactional(readOnly = true)
  public Optional<Role> roleOf(UUID person) {
    return rows.findByPersonId(person).map(member -> member.role);
  }

  @Transactional(readOnly = true)
  public List<Member> all() {
    return jdbc.sql(
            """
            select m.id, m.person_id, p.email, p.name, m.role, m.created_at
              from membership m join person p on p.id = m.person_id
             where m.tenant_id = :tenant order by p.email
            """)
        .query((row, number) ->
            new Member(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getTimestamp("created_at").toInstant()))
        .list();
  }

  void add(Person person, Role role) {
    if (rows.findByPersonId(person.id()).isPresent()) {
      throw new Refused("email", "This person is a member already.");
    }
    rows.save(new MembershipEntity(person.id(), role, clock.instant()));
    audit.record("member.added", person.email(), role.name());
  }

  /** Gives a member another role; the last owner stays owner. */
  public void changeRole(UUID member, Role role, Role by) {
    var entity = existing(member);
    if (!by.mayGrant(role) || !by.mayGrant(entity.role)) {
      throw new Refused("role", "You cannot give or take a role with more rights than your own.");
    }
    keepAnOwner(entity, role != Role.OWNER);
    audit.record("member.role", member.toString(), entity.role + " to " + role);
    entity.role = role;
  }

  /** Takes a member out; the last owner stays. */
  public void remove(UUID member, Role by) {
    var entity = existing(member);
    if (!by.mayGrant(entity.role)) {
      throw new Refused("role", "You cannot remove a member with more rights than your own.");
    }
    keepAnOwner(entity, true);
    rows.delete(entity);
    audit.record("member.removed", member.toString(), entity.role.name());
  }

  private void keepAnOwner(MembershipEntity entity, boolean leaves) {
    if (leaves && entity.role == Role.OWNER && rows.countByRole(Role.OWNER) == 1) {
      throw new Refused("role", "An organisation keeps at least one owner.");
    }
  }

  private MembershipEntity existing(UUID member) {
    return rows.findById(member).orElseThrow(() -> new NotHere("member"));
  }

  /** One member as the settings page lists them. */
  public record Member(UUID id, UUID person, String email, String name, Role role, Instant since) {}
}
