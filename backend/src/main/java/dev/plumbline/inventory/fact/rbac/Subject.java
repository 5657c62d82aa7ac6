package dev.plumbline.inventory.fact.rbac;

import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.InChecks;

/**
 * Who a binding names.
 *
 * @param kind {@code User}, {@code Group} or {@code ServiceAccount}
 * @param namespace of a ServiceAccount, the binding's own where it names none; else empty
 * @param shipped whether Kubernetes or the distribution brought this very grant along
 * @param found whether the ServiceAccount exists; users and groups exist nowhere to be looked up
 */
public record Subject(
    String kind, String namespace, String name, boolean shipped, Answer<Boolean> found) {

  Subject(String kind, String namespace, String name) {
    this(kind, namespace, name, false, Answer.of(true));
  }

  /** For people: {@code ServiceAccount shop/web} or {@code Group ops}. */
  @InChecks
  public String label() {
    return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }

  /** Whether it stands for callers without any identity. */
  @InChecks
  public boolean anonymous() {
    return Everybody.anonymous(this);
  }

  /** Whether it stands for whoever comes, with or without an identity. */
  @InChecks
  public boolean everybody() {
    return Everybody.is(this);
  }

  /** The user name of a ServiceAccount; a ServiceAccount without namespace is nobody. */
  String user() {
    return namespace.isEmpty() ? "" : "system:serviceaccount:" + namespace + ":" + name;
  }
}
