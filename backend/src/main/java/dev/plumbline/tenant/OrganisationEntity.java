package dev.plumbline.tenant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "organisation")
class OrganisationEntity {

  @Id UUID tenantId;
  String slug;
  String name;
  int retentionDays;
  Instant createdAt;

  protected OrganisationEntity() {}

  OrganisationEntity(UUID tenantId, String slug, String name, Instant createdAt) {
    this.tenantId = tenantId;
    this.slug = slug;
    this.name = name;
    this.retentionDays = Organisation.DEFAULT_RETENTION_DAYS;
    this.createdAt = createdAt;
  }

  Organisation toRecord() {
    return new Organisation(tenantId, slug, name, retentionDays);
  }
}
