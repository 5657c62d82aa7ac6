package dev.plumbline.tenant;

import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The organisations themselves: founding, renaming, deleting. */
@Component
public class Organisations {

  private final PlatformJdbc platform;
  private final OrganisationRows rows;
  private final Members members;
  private final Audit audit;
  private final TenantJdbc jdbc;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Organisations(
      PlatformJdbc platform,
      OrganisationRows rows,
      Members members,
      Audit audit,
      TenantJdbc jdbc,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.platform = platform;
    this.rows = rows;
    this.members = members;
    this.audit = audit;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /** The tenant a slug names. */
  public Optional<UUID> withSlug(String slug) {
    return platform.call(() ->
        Optional.ofNullable(
            platform
                .sql("select tenant_of_slug(:slug)")
                .param("slug", slug)
                .query(UUID.class)
                .optional()
                .orElse(null)));
  }

  /** Founds an organisation with its first owner; the slug is made from its name. */
  public Organisation found(String name, Person owner) {
    String called = organisationName(name);
    String base = slug(called);
    for (int attempt = 1; ; attempt++) {
      String slug = attempt == 1 ? base : base + "-" + attempt;
      if (withSlug(slug).isEmpty()) {
        return found(called, slug, owner);
      }
    }
  }

  private Organisation found(String name, String slug, Person owner) {
    var id = Ids.next();
    return Tenant.call(
        id,
        () ->
            transaction.execute(status -> {
              var entity = new OrganisationEntity(id, slug, name, clock.instant());
              try {
                rows.saveAndFlush(entity);
              } catch (DataIntegrityViolationException e) {
                throw new Refused("organisation", "Another organisation took this name.");
              }
              members.add(owner, Role.OWNER);
              audit.record("organisation.founded", slug, "owner " + owner.email());
              events.publishEvent(new OrganisationFounded(id));
              return entity.toRecord();
            }));
  }

  public Organisation current() {
    return transaction.execute(status -> entity().toRecord());
  }

  public void rename(String name) {
    String called = organisationName(name);
    transaction.executeWithoutResult(status -> {
      entity().name = called;
      audit.record("organisation.renamed", called, "");
    });
  }

  /** How long history is kept. */
  public void retain(int days) {
    if (days < 30 || days > 2557) {
      throw new Refused("retentionDays", "History is kept for 30 to 2557 days.");
    }
    transaction.executeWithoutResult(status -> {
      entity().retentionDays = days;
      audit.record("organisation.retention", days + " days", "");
    });
  }

  /** Deletes the current organisation with everything in it; nothing is left. */
  public void delete(String confirmedSlug) {
    transaction.executeWithoutResult(status -> {
      if (!entity().slug.equals(confirmedSlug)) {
        throw new Refused("slug", "Type the organisation's short name to confirm.");
      }
      jdbc.sql("select delete_tenant() where tenant() = :tenant").query().listOfRows();
    });
  }

  private OrganisationEntity entity() {
    return rows.findById(Tenant.current()).orElseThrow(Tenant.NoTenant::new);
  }

  private static String organisationName(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > 200) {
      throw new Refused("organisation", "An organisation's name has 1 to 200 characters.");
    }
    return stripped;
  }

  static String slug(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String cut = plain.substring(0, Math.min(plain.length(), 48)).replaceAll("-$", "");
    return cut.isEmpty() ? "org" : cut;
  }
}
