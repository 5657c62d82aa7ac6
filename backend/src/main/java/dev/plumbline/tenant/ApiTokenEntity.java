package dev.plumbline.tenant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "api_token")
class ApiTokenEntity extends TenantOwned {

  @Id UUID id;
  String name;
  String prefix;
  byte[] tokenHash;

  @Enumerated(EnumType.STRING)
  Role role;

  String createdBy;
  @Nullable UUID personId;
  Instant createdAt;
  @Nullable Instant expiresAt;
  @Nullable Instant lastUsedAt;

  protected ApiTokenEntity() {}

  ApiTokenEntity(
      String name, String prefix, byte[] hash, Role role, Instant now, @Nullable Instant expiry) {
    this.id = Ids.next();
    this.name = name;
    this.prefix = prefix;
    this.tokenHash = hash;
    this.role = role;
    this.createdBy = Actor.current().label();
    this.personId = Actor.current().person().orElse(null);
    this.createdAt = now;
    this.expiresAt = expiry;
  }

  boolean valid(Instant now) {
    return expiresAt == null || now.isBefore(expiresAt);
  }
}
