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
@Table(name = "invitation")
class InvitationEntity extends TenantOwned {

  @Id UUID id;
  String email;

  @Enumerated(EnumType.STRING)
  Role role;

  byte[] tokenHash;
  String invitedBy;
  Instant createdAt;
  Instant expiresAt;
  @Nullable Instant acceptedAt;

  protected InvitationEntity() {}

  InvitationEntity(String email, Role role, byte[] tokenHash, Instant now, Instant expiresAt) {
    this.id = Ids.next();
    this.email = email;
    this.role = role;
    this.tokenHash = tokenHash;
    this.invitedBy = Actor.current().label();
    this.createdAt = now;
    this.expiresAt = expiresAt;
  }

  boolean open(Instant now) {
    return acceptedAt == null && now.isBefore(expiresAt);
  }
}
