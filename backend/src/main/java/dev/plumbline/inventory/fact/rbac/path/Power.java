package dev.plumbline.inventory.fact.rbac.path;

import dev.plumbline.inventory.fact.rbac.Rule;
import java.util.List;
import java.util.Set;

/** A right that, alone or with others, leads to more rights. */
enum Power {
  EVERYTHING("do everything", true, "*", List.of("*"), "*"),
  READ_SECRETS("read Secrets", false, "", List.of("secrets"), "get", "list", "watch"),
  CREATE_SECRETS("create Secrets", false, "", List.of("secrets"), "create"),
  CREATE_TOKENS(
      "request tokens of ServiceAccounts", false, "", List.of("serviceaccounts/token"), "create"),
  CREATE_PODS("create pods", false, "", List.of("pods"), "create"),
  CHANGE_APPS(
      "create or change Deployments, DaemonSets, StatefulSets or ReplicaSets",
      false,
      "apps",
      List.of("deployments", "daemonsets", "statefulsets", "replicasets"),
      "create",
      "update",
      "patch"),
  CHANGE_JOBS(
      "create or change Jobs or CronJobs",
      false,
      "batch",
      List.of("jobs", "cronjobs"),
      "create",
      "update",
      "patch"),
  CHANGE_CONTROLLERS(
      "create or change ReplicationControllers",
      false,
      "",
      List.of("replicationcontrollers"),
      "create",
      "update",
      "patch"),
  CHANGE_PODS("change pods", false, "", List.of("pods"), "update", "patch"),
  DEBUG_PODS(
      "add debug containers to pods",
      false,
      "",
      List.of("pods/ephemeralcontainers"),
      "update",
      "patch"),
  EXECUTE("run commands in pods", false, "", List.of("pods/exec", "pods/attach"), "create", "get"),
  REACH_KUBELETS("reach the kubelet of nodes", true, "", List.of("nodes/proxy"), "get", "create"),
  CHANGE_NODES("change nodes", true, "", List.of("nodes"), "update", "patch"),
  CHANGE_NAMESPACES("change namespaces", false, "", List.of("namespaces"), "update", "patch"),
  CREATE_VOLUMES("create PersistentVolumes", true, "", List.of("persistentvolumes"), "create"),
  CREATE_CLAIMS(
      "create PersistentVolumeClaims", false, "", List.of("persistentvolumeclaims"), "create"),
  ESCALATE_CLUSTER_ROLES(
      "escalate ClusterRoles", true, Groups.RBAC, List.of("clusterroles"), "escalate"),
  CHANGE_CLUSTER_ROLES(
      "change ClusterRoles", true, Groups.RBAC, List.of("clusterroles"), "update", "patch"),
  ESCALATE_ROLES("escalate Roles", false, Groups.RBAC, List.of("roles"), "escalate"),
  CHANGE_ROLES("change Roles", false, Groups.RBAC, List.of("roles"), "update", "patch"),
  BIND_CLUSTER_ROLES("bind ClusterRoles", false, Groups.RBAC, List.of("clusterroles"), "bind"),
  BIND_ROLES("bind Roles", false, Groups.RBAC, List.of("roles"), "bind"),
  CREATE_CLUSTER_BINDINGS(
      "create ClusterRoleBindings", true, Groups.RBAC, List.of("clusterrolebindings"), "create"),
  CHANGE_CLUSTER_BINDINGS(
      "change ClusterRoleBindings",
      true,
      Groups.RBAC,
      List.of("clusterrolebindings"),
      "update",
      "patch"),
  CREATE_BINDINGS("create RoleBindings", false, Groups.RBAC, List.of("rolebindings"), "create"),
  CHANGE_BINDINGS(
      "change RoleBindings", false, Groups.RBAC, List.of("rolebindings"), "update", "patch"),
  IMPERSONATE_USERS("impersonate users", true, "", List.of("users"), "impersonate"),
  IMPERSONATE_GROUPS("impersonate groups", true, "", List.of("groups"), "impersonate"),
  IMPERSONATE_ACCOUNTS(
      "impersonate ServiceAccounts", false, "", List.of("serviceaccounts"), "impersonate"),
  REQUEST_CERTIFICATES(
      "request certificates", true, Groups.CERTIFICATES, List.of(Groups.REQUESTS), "create"),
  APPROVE_REQUESTS(
      "approve certificate requests",
      true,
      Groups.CERTIFICATES,
      List.of(Groups.REQUESTS + "/approval"),
      "update",
      "patch"),
  APPROVE_CLIENTS(
      "approve for the signer of client certificates",
      true,
      Groups.CERTIFICATES,
      List.of("signers"),
      "approve"),
  APPROVE_KUBELETS(
      "approve for the signer of kubelet certificates",
      true,
      Groups.CERTIFICATES,
      List.of("signers"),
      "approve"),
  JOIN_AS_NODE(
      "have a new node's certificate approved by itself",
      true,
      Groups.CERTIFICATES,
      List.of(Groups.REQUESTS + "/nodeclient"),
      "create"),
  CHANGE_WEBHOOKS(
      "create or change mutating webhooks",
      true,
      Groups.ADMISSION,
      List.of("mutatingwebhookconfigurations"),
      "create",
      "update",
      "patch"),
  CHANGE_POLICIES(
      "create or change mutating admission policies",
      true,
      Groups.ADMISSION,
      List.of("mutatingadmissionpolicies"),
      "create",
      "update",
      "patch"),
  CHANGE_POLICY_BINDINGS(
      "create or change bindings of mutating admission policies",
      true,
      Groups.ADMISSION,
      List.of("mutatingadmissionpolicybindings"),
      "create",
      "update",
      "patch"),
  CHANGE_CLOUD_LOGINS(
      "change the ConfigMap aws-auth", false, "", List.of("configmaps"), "update", "patch");

  private final String words;
  private final boolean clusterScoped;
  private final String group;
  private final List<String> resources;
  private final List<String> verbs;

  Power(
      String words, boolean clusterScoped, String group, List<String> resources, String... verbs) {
    this.words = words;
    this.clusterScoped = clusterScoped;
    this.group = group;
    this.resources = resources;
    this.verbs = List.of(verbs);
  }

  /** What it lets one do, after "may". */
  String words() {
    return words;
  }

  /** Whether a RoleBinding cannot grant it, since what it is about has no namespace. */
  boolean clusterScoped() {
    return clusterScoped;
  }

  /** Whether a rule grants it, for all objects or for named ones. */
  boolean in(Rule rule) {
    return aimed(rule)
        && resources.stream()
            .anyMatch(resource ->
                verbs.stream()
                    .filter(verb -> rule.resourceNames().isEmpty() || named(verb, resource))
                    .anyMatch(verb -> rule.grants(verb, group, resource)));
  }

  /** Objects that the rule limits it to; empty where it is not limited. */
  Set<String> names(Rule rule) {
    return only().isEmpty() ? Set.copyOf(rule.resourceNames()) : Set.of();
  }

  private boolean aimed(Rule rule) {
    return only().isEmpty()
        || rule.resourceNames().isEmpty()
        || rule.resourceNames().stream().anyMatch(only()::contains);
  }

  /** Names of which one is as good as all. */
  private Set<String> only() {
    return switch (this) {
      case APPROVE_CLIENTS -> Set.of("kubernetes.io/kube-apiserver-client", "kubernetes.io/*");
      case APPROVE_KUBELETS ->
          Set.of("kubernetes.io/kube-apiserver-client-kubelet", "kubernetes.io/*");
      case CHANGE_CLOUD_LOGINS -> Set.of("aws-auth");
      default -> Set.of();
    };
  }

  /** A new object has no name yet that a rule could know; what is made beneath one has. */
  private boolean named(String verb, String resource) {
    return this != EVERYTHING && (!verb.equals("create") || resource.contains("/"));
  }

  /** API groups, and a resource of many rights. */
  private static final class Groups {

    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final String CERTIFICATES = "certificates.k8s.io";
    private static final String ADMISSION = "admissionregistration.k8s.io";
    private static final String REQUESTS = "certificatesigningrequests";
  }
}
