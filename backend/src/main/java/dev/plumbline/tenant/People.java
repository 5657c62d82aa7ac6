package dev.plumbline.tenant;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** The people who can sign in, and the organisations they may enter. */
@Component
public class People {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\"]{1,64}@[^@\\s<>\"]{1,189}");
  private static final RowMapper<Person> PERSON =
      (row, number) ->
          new Person(
              row.getObject("id", UUID.class), row.getString("email"), row.getString("name"));

  private final PlatformJdbc platform;
  private final Passwords passwords;
  private final Clock clock;

  People(PlatformJdbc platform, Passwords passwords, Clock clock) {
    this.platform = platform;
    this.passwords = passwords;
    this.clock = clock;
  }

  public Optional<Person> find(UUID id) {
    return platform.call(() ->
        platform
            .sql("select id, email, name from person where id = :id")
            .param("id", id)
            .query(PERSON)
            .optional());
  }

  public Optional<Person> withEmail(String email) {
    return platform.call(() ->
        platform
            .sql("select id, email, name from person where email = :email")
            .param("email", normal(email))
            .query(PERSON)
            .optional());
  }

  /** The person, when the password is theirs. */
  public Optional<Person> authenticate(String email, String password) {
    var hash =
        platform.call(() ->
            platform
                .sql("select password_hash from person where email = :email")
                .param("email", normal(email))
                .query(String.class)
                .optional());
    if (hash.isEmpty()) {
      passwords.matchNobody(password);
      return Optional.empty();
    }
    return passwords.matches(password, hash.get()) ? withEmail(email) : Optional.empty();
  }

  /** Makes a person known. Throws {@link Refused} when a field is not acceptable. */
  public Person register(String email, String name, String password) {
    String address = normal(email);
    if (!EMAIL.matcher(address).matches()) {
      throw new Refused("email", "This is not an e-mail address.");
    }
    var person = new Person(Ids.next(), address, named(name));
    String hash = passwords.hash(password);
    boolean added = platform.call(() -> insert(person, hash) == 1);
    if (!added) {
      throw new Refused("email", "This address is known already: sign in instead.");
    }
    return person;
  }

  private int insert(Person person, String hash) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return platform
        .sql(
            """
            insert into person (id, email, name, password_hash, created_at, changed_at)
            values (:id, :email, :name, :hash, :now, :now) on conflict (email) do nothing
            """)
        .param("id", person.id())
        .param("email", person.email())
        .param("name", person.name())
        .param("hash", hash)
        .param("now", now)
        .update();
  }

  /**
   * Sets a new password and ends every session of that person; false when nobody has the address.
   */
  public boolean changePassword(String email, String password) {
    String hash = passwords.hash(password);
    return platform.call(() -> store(normal(email), hash));
  }

  private boolean store(String email, String hash) {
    int changed =
        platform
            .sql("update person set password_hash = :hash, changed_at = :now where email = :email")
            .param("hash", hash)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("email", email)
            .update();
    platform
        .sql(
            """
            delete from spring_session
             where principal_name = (select id::text from person where email = :email)
            """)
        .param("email", email)
        .update();
    return changed == 1;
  }

  /** Sets a random password, ends every session, and returns the password; empty when unknown. */
  public Optional<String> resetPassword(String email) {
    String password = Secrets.next().substring(0, 24);
    return changePassword(email, password) ? Optional.of(password) : Optional.empty();
  }

  /** The organisations a person may enter, by name. */
  public List<Membership> organisationsOf(UUID person) {
    return platform.call(() ->
        platform
            .sql("select tenant_id, slug, name, role from memberships_of(:person)")
            .param("person", person)
            .query((row, number) ->
                new Membership(
                    row.getObject("tenant_id", UUID.class),
                    row.getString("slug"),
                    row.getString("name"),
                    Role.valueOf(row.getString("role"))))
            .list());
  }

  static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  static String named(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > 200) {
      throw new Refused("name", "A name has 1 to 200 characters.");
    }
    return stripped;
  }

  /** One organisation a person may enter, and as what. */
  public record Membership(UUID tenant, String slug, String name, Role role) {}
}
