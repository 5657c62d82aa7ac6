package dev.plumbline.tenant;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** The first organisation of an installation: by a one-time link, or unattended. */
@Component
public class Setup {

  private final PlatformJdbc platform;
  private final People people;
  private final Organisations organisations;
  private final ApiTokens tokens;
  private final Clock clock;

  Setup(
      PlatformJdbc platform,
      People people,
      Organisations organisations,
      ApiTokens tokens,
      Clock clock) {
    this.platform = platform;
    this.people = people;
    this.organisations = organisations;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Whether no organisation exists yet. */
  public boolean needed() {
    return platform.call(
        () -> !platform.sql("select organisations_exist()").query(Boolean.class).single());
  }

  /** Makes a new one-time secret for {@code /setup?token=…}; earlier ones end. */
  public String newLink() {
    String secret = Secrets.next();
    platform.call(() -> {
      platform.sql("delete from setup_link").update();
      return platform
          .sql("insert into setup_link (token_hash, created_at) values (:hash, :now)")
          .param("hash", Secrets.hash(secret))
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    });
    return secret;
  }

  /** Whether a link's secret still opens the set-up. */
  public boolean opens(String secret) {
    return needed()
        && platform.call(() ->
            platform
                .sql("select exists (select from setup_link where token_hash = :hash)")
                .param("hash", Secrets.hash(secret))
                .query(Boolean.class)
                .single());
  }

  /** Creates the first organisation and its owner; the link is used up. */
  public Done complete(
      String secret, String organisation, String name, String email, String password) {
    if (!opens(secret)) {
      throw new Refused("token", "This set-up link is unknown or used. Restart to get a new one.");
    }
    var owner = owner(email, name, password);
    var founded = organisations.found(organisation, owner);
    platform.call(() -> platform.sql("delete from setup_link").update());
    return new Done(owner, founded);
  }

  /**
   * Creates the first organisation without a browser.
   *
   * @param token an API token with owner rights, empty for none
   */
  public Done unattended(String organisation, String email, String password, String token) {
    var owner = owner(email, email, password);
    var founded = organisations.found(organisation, owner);
    if (!token.isEmpty()) {
      Tenant.run(
          founded.id(),
          () ->
              Actor.<RuntimeException, RuntimeException>enter(
                  Actor.of(owner), () -> tokens.adopt("set-up", token)));
    }
    return new Done(owner, founded);
  }

  /** Someone known from an organisation since deleted proves it by their password. */
  private Person owner(String email, String name, String password) {
    if (people.withEmail(email).isEmpty()) {
      return people.register(email, name, password);
    }
    return people
        .authenticate(email, password)
        .orElseThrow(
            () -> new Refused("password", "This address is known; the password is not its own."));
  }

  /** The owner and the organisation that were made. */
  public record Done(Person owner, Organisation organisation) {}
}
