package dev.plumbline.tenant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "membership")
class MembershipEntity extends TenantOwned {

  @Id UUID id;
  UUID personId;

  @Enumerated(EnumType.STRING)
  Role role;

  Instant createdAt;
  @Version Long version;

  protected MembershipEntity() {}

  MembershipEntity(UUID personId, Role role, Instant createdAt) {
    this.id = Ids.next();
    this.personId = personId;
    this.role = role;
    this.createdAt = createdAt;
  }
}
