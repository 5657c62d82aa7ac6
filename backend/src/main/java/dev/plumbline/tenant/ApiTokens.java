package dev.plumbline.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** API tokens of the current organisation: shown once, kept as a hash, each with a role. */
@Component
public class ApiTokens {

  private static final Pattern GIVEN = Pattern.compile("[\\x21-\\x7e]{32,200}");
  private static final Duration TOUCH = Duration.ofMinutes(1);
  private static final int PREFIX = 8;

  private final ApiTokenRows rows;
  private final PlatformJdbc platform;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ApiTokens(
      ApiTokenRows rows,
      PlatformJdbc platform,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.platform = platform;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Makes a token and returns its secret, which is never shown again. */
  public String create(String name, Role role, @Nullable Duration lifetime, Role by) {
    if (!by.mayGrant(role)) {
      throw new Refused("role", "You cannot give a role with more rights than your own.");
    }
    String secret = "plb_" + Secrets.next();
    var expiry = lifetime == null ? null : clock.instant().plus(lifetime);
    store(name, secret, role, expiry);
    return secret;
  }

  /** Takes a secret of the operator's choice, for unattended set-up: 32 to 200 visible ASCII. */
  void adopt(String name, String secret) {
    if (!GIVEN.matcher(secret).matches()) {
      throw new Refused("token", "A token has 32 to 200 visible ASCII characters.");
    }
    store(name, secret, Role.OWNER, null);
  }

  private void store(String name, String secret, Role role, @Nullable Instant expiry) {
    String called = name.strip();
    if (called.isEmpty() || called.length() > 100) {
      throw new Refused("name", "A token's name has 1 to 100 characters.");
    }
    transaction.executeWithoutResult(status -> {
      if (rows.existsByName(called)) {
        throw new Refused("name", "There is a token of this name already.");
      }
      rows.save(
          new ApiTokenEntity(
              called,
              secret.substring(0, PREFIX),
              Secrets.hash(secret),
              role,
              clock.instant(),
              expiry));
      audit.record("token.created", called, role.name());
    });
  }

  public List<ApiToken> all() {
    return transaction.execute(
        status -> rows.findAllByOrderByName().stream().map(ApiTokens::toRecord).toList());
  }

  public void revoke(UUID id) {
    transaction.executeWithoutResult(status -> {
      var row = rows.findById(id).orElseThrow(() -> new NotHere("token"));
      rows.delete(row);
      audit.record("token.revoked", row.name, "");
    });
  }

  /** The tenant and role a secret opens; empty when it is unknown or over. */
  public Optional<Opened> open(String secret) {
    byte[] hash = Secrets.hash(secret);
    return platform
        .call(() ->
            platform
                .sql("select tenant_of_token(:hash)")
                .param("hash", hash)
                .query(UUID.class)
                .optional())
        .flatMap(tenant -> Tenant.call(tenant, () -> open(tenant, hash)));
  }

  private Optional<Opened> open(UUID tenant, byte[] hash) {
    return transaction.execute(status ->
        rows.findByTokenHash(hash)
            .filter(row -> row.valid(clock.instant()))
            .map(row -> {
              touch(row);
              return new Opened(
                  tenant, row.id, row.name, row.role, Optional.ofNullable(row.personId));
            }));
  }

  private void touch(ApiTokenEntity row) {
    var now = clock.instant();
    if (row.lastUsedAt == null || row.lastUsedAt.plus(TOUCH).isBefore(now)) {
      row.lastUsedAt = now;
    }
  }

  private static ApiToken toRecord(ApiTokenEntity row) {
    return new ApiToken(
        row.id,
        row.name,
        row.prefix,
        row.role,
        row.createdBy,
        row.createdAt,
        Optional.ofNullable(row.expiresAt),
        Optional.ofNullable(row.lastUsedAt));
  }

  /** A token as the settings page lists it: never its secret. */
  public record ApiToken(
      UUID id,
      String name,
      String prefix,
      Role role,
      String createdBy,
      Instant createdAt,
      Optional<Instant> expiresAt,
      Optional<Instant> lastUsedAt) {}

  /**
   * What a secret opens.
   *
   * @param person who made the token, empty where that was not kept
   */
  public record Opened(UUID tenant, UUID id, String name, Role role, Optional<UUID> person) {

    /** The token at work, with the person behind it. */
    public Actor actor() {
      return new Actor("token " + name, person);
    }
  }
}
