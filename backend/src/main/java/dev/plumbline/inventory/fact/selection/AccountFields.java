package dev.plumbline.inventory.fact.selection;

import java.util.List;
import java.util.Optional;

/**
 * What the fact adds to a ServiceAccount.
 *
 * @param users workloads of its namespace whose first pods run under it, in order
 */
public record AccountFields(List<User> users) {

  /**
   * A workload whose pods run under the account.
   *
   * @param staticPod whether the node runs it by itself, and the server only shows it
   * @param automount what its pods say of the account's token, if anything
   */
  public record User(String kind, String name, boolean staticPod, Optional<Boolean> automount) {}
}
