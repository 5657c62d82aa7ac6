package dev.plumbline.inventory.fact.rbac;

import java.util.List;

/**
 * What the fact adds to a workload.
 *
 * @param identity the ServiceAccount its pods run under
 */
public record WorkloadFields(Account identity) {

  /**
   * A ServiceAccount and what it may do.
   *
   * @param held bindings that name this very account, not one of its groups
   * @param everywhere what it may do in the whole cluster, by its groups too
   */
  public record Account(
      String namespace, String name, List<AccountFields.Held> held, Grants everywhere) {}
}
