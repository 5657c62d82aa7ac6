package dev.plumbline.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;

/** What every entity of a tenant inherits: the column that routes it. Row level security guards. */
@MappedSuperclass
public abstract class TenantOwned {

  @TenantId
  @PartitionKey
  @Column(updatable = false)
  UUID tenantId;
}
