package dev.plumbline.check.engine;

/** How kinds are called in expressions. */
final class Words {

  static final String WORKLOAD = "Workload";
  static final String CLUSTER = "Cluster";
  static final String CONTROL_PLANE = "ControlPlane";
  static final String NAMESPACE = "Namespace";

  private Words() {}

  /** {@code networkPolicy} for NetworkPolicy, {@code csiDriver} for CSIDriver. */
  static String variable(String kind) {
    String name = kind.substring(kind.lastIndexOf('/') + 1);
    int capitals = 0;
    while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
      capitals++;
    }
    int lower = capitals > 1 && capitals < name.length() ? capitals - 1 : capitals;
    return name.substring(0, lower).toLowerCase() + name.substring(lower);
  }

  /** {@code networkPolicies} for NetworkPolicy, {@code ingresses} for Ingress. */
  static String plural(String kind) {
    String one = variable(kind);
    if (one.endsWith("ss") || one.endsWith("x") || one.endsWith("ch")) {
      return one + "es";
    }
    if (one.endsWith("s")) {
      return one;
    }
    return one.endsWith("y") && "aeiou".indexOf(one.charAt(one.length() - 2)) < 0
        ? one.substring(0, one.length() - 1) + "ies"
        : one + "s";
  }
}
