package dev.plumbline.tenant;

import java.util.UUID;

/**
 * An organisation: a tenant.
 *
 * @param slug its name in addresses
 * @param retentionDays how long history is kept, 30 to 2557 days
 */
public record Organisation(UUID id, String slug, String name, int retentionDays) {

  public static final int DEFAULT_RETENTION_DAYS = 400;
}
