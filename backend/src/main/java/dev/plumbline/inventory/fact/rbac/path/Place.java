package dev.plumbline.inventory.fact.rbac.path;

/**
 * Something an attacker may hold: an identity, a role, everything that runs somewhere, a node.
 *
 * @param namespace of an account, or where the rest holds; empty for the whole cluster
 * @param name of an identity or node; of a role as {@code ClusterRole edit}; else empty
 */
public record Place(Type type, String namespace, String name) {

  /** What a place is. */
  public enum Type {
    USER,
    GROUP,
    ACCOUNT,
    /** The rights of a role. */
    ROLE,
    /** Every right within a namespace. */
    NAMESPACE,
    /** Any ServiceAccount. */
    ACCOUNTS,
    /** Any user. */
    USERS,
    /** Any user and any group that RBAC knows. */
    NAMES,
    /** The inside of running pods. */
    PODS,
    /** Running pods, with containers of one's own added. */
    DEBUGGED,
    /** The identity of any node's kubelet. */
    KUBELETS,
    /** Root on one node. */
    NODE,
    /** Root on any node. */
    NODES,
    /** Administrator of everything. */
    TARGET
  }

  static final Place TARGET = new Place(Type.TARGET, "", "");
  static final Place NODES = new Place(Type.NODES, "", "");
  static final Place KUBELETS = new Place(Type.KUBELETS, "", "");
  static final Place USERS = new Place(Type.USERS, "", "");
  static final Place NAMES = new Place(Type.NAMES, "", "");

  static Place user(String name) {
    return new Place(Type.USER, "", name);
  }

  static Place group(String name) {
    return new Place(Type.GROUP, "", name);
  }

  static Place account(String namespace, String name) {
    return new Place(Type.ACCOUNT, namespace, name);
  }

  static Place accounts(String namespace) {
    return new Place(Type.ACCOUNTS, namespace, "");
  }

  static Place pods(String namespace) {
    return new Place(Type.PODS, namespace, "");
  }

  static Place debugged(String namespace) {
    return new Place(Type.DEBUGGED, namespace, "");
  }

  static Place node(String name) {
    return new Place(Type.NODE, "", name);
  }

  static Place role(String namespace, String kind, String name) {
    return new Place(Type.ROLE, namespace, kind + " " + name);
  }

  static Place namespace(String namespace) {
    return new Place(Type.NAMESPACE, namespace, "");
  }

  boolean identity() {
    return type == Type.USER || type == Type.GROUP || type == Type.ACCOUNT;
  }

  /** For people, as {@code ServiceAccount shop/web} or {@code root on node n1}. */
  public String label() {
    return switch (type) {
      case USER -> "User " + name;
      case GROUP -> "Group " + name;
      case ACCOUNT -> "ServiceAccount " + namespace + "/" + name;
      case ROLE -> name + where();
      case NAMESPACE -> "every right" + where();
      case ACCOUNTS -> "any ServiceAccount" + where();
      case USERS -> "any user";
      case NAMES -> "any user or group";
      case PODS -> "the running pods" + where();
      case DEBUGGED -> "the running pods, with containers of one's own" + where();
      case KUBELETS -> "the identity of any node";
      case NODE -> "root on node " + name;
      case NODES -> "root on any node";
      case TARGET -> "administrator of everything";
    };
  }

  private String where() {
    return where(namespace);
  }

  static String where(String namespace) {
    return namespace.isEmpty() ? " in the whole cluster" : " in namespace " + namespace;
  }
}
