package dev.plumbline.inventory.collect;

import dev.plumbline.inventory.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every kind that is collected, one line each: kind, resource and group, scope, served versions
 * from preferred to oldest, and the status fields that are kept.
 *
 * <p>Not collected although useful at first sight: Endpoints, which EndpointSlices repeat; Leases
 * and Events, which are never the same twice.
 */
public enum Kinds {
  NAMESPACES("Namespace", "namespaces", Scope.CLUSTER, "v1", "phase"),
  NODES("Node", "nodes", Scope.CLUSTER, "v1", "nodeInfo addresses"),
  PODS("Pod", "pods", Scope.NAMESPACED, "v1", Kept.POD),
  DEPLOYMENTS("Deployment", "deployments.apps", Scope.NAMESPACED, "v1", ""),
  REPLICA_SETS("ReplicaSet", "replicasets.apps", Scope.NAMESPACED, "v1", ""),
  STATEFUL_SETS("StatefulSet", "statefulsets.apps", Scope.NAMESPACED, "v1", ""),
  DAEMON_SETS("DaemonSet", "daemonsets.apps", Scope.NAMESPACED, "v1", ""),
  JOBS("Job", "jobs.batch", Scope.NAMESPACED, "v1", ""),
  CRON_JOBS("CronJob", "cronjobs.batch", Scope.NAMESPACED, "v1", ""),
  REPLICATION_CONTROLLERS(
      "ReplicationController", "replicationcontrollers", Scope.NAMESPACED, "v1", ""),
  SERVICE_ACCOUNTS("ServiceAccount", "serviceaccounts", Scope.NAMESPACED, "v1", ""),
  ROLES("Role", "roles." + Group.RBAC, Scope.NAMESPACED, "v1", ""),
  ROLE_BINDINGS("RoleBinding", "rolebindings." + Group.RBAC, Scope.NAMESPACED, "v1", ""),
  CLUSTER_ROLES("ClusterRole", "clusterroles." + Group.RBAC, Scope.CLUSTER, "v1", ""),
  CLUSTER_ROLE_BINDINGS(
      "ClusterRoleBinding", "clusterrolebindings." + Group.RBAC, Scope.CLUSTER, "v1", ""),
  SERVICES("Service", "services", Scope.NAMESPACED, "v1", "loadBalancer"),
  ENDPOINT_SLICES("EndpointSlice", "endpointslices.discovery.k8s.io", Scope.NAMESPACED, "v1", ""),
  INGRESSES("Ingress", "ingresses." + Group.NET, Scope.NAMESPACED, "v1", "loadBalancer"),
  INGRESS_CLASSES("IngressClass", "ingressclasses." + Group.NET, Scope.CLUSTER, "v1", ""),
  NETWORK_POLICIES("NetworkPolicy", "networkpolicies." + Group.NET, Scope.NAMESPACED, "v1", ""),
  GATEWAY_CLASSES("GatewayClass", "gatewayclasses." + Group.GATEWAY, Scope.CLUSTER, Old.GW, ""),
  GATEWAYS("Gateway", "gateways." + Group.GATEWAY, Scope.NAMESPACED, Old.GW, "addresses"),
  HTTP_ROUTES("HTTPRoute", "httproutes." + Group.GATEWAY, Scope.NAMESPACED, Old.GW, ""),
  GRPC_ROUTES("GRPCRoute", "grpcroutes." + Group.GATEWAY, Scope.NAMESPACED, Old.ROUTE, ""),
  TLS_ROUTES("TLSRoute", "tlsroutes." + Group.GATEWAY, Scope.NAMESPACED, Old.ROUTE, ""),
  TCP_ROUTES("TCPRoute", "tcproutes." + Group.GATEWAY, Scope.NAMESPACED, Old.ROUTE, ""),
  REFERENCE_GRANTS(
      "ReferenceGrant", "referencegrants." + Group.GATEWAY, Scope.NAMESPACED, Old.GW, ""),
  BACKEND_TLS_POLICIES(
      "BackendTLSPolicy", "backendtlspolicies." + Group.GATEWAY, Scope.NAMESPACED, Old.ROUTE, ""),
  POD_DISRUPTION_BUDGETS(
      "PodDisruptionBudget", "poddisruptionbudgets.policy", Scope.NAMESPACED, "v1", ""),
  RESOURCE_QUOTAS("ResourceQuota", "resourcequotas", Scope.NAMESPACED, "v1", ""),
  LIMIT_RANGES("LimitRange", "limitranges", Scope.NAMESPACED, "v1", ""),
  AUTOSCALERS(
      "HorizontalPodAutoscaler",
      "horizontalpodautoscalers.autoscaling",
      Scope.NAMESPACED,
      "v2",
      ""),
  PERSISTENT_VOLUMES("PersistentVolume", "persistentvolumes", Scope.CLUSTER, "v1", "phase"),
  PERSISTENT_VOLUME_CLAIMS(
      "PersistentVolumeClaim", "persistentvolumeclaims", Scope.NAMESPACED, "v1", "phase"),
  STORAGE_CLASSES("StorageClass", "storageclasses.storage.k8s.io", Scope.CLUSTER, "v1", ""),
  PRIORITY_CLASSES("PriorityClass", "priorityclasses.scheduling.k8s.io", Scope.CLUSTER, "v1", ""),
  RUNTIME_CLASSES("RuntimeClass", "runtimeclasses.node.k8s.io", Scope.CLUSTER, "v1", ""),
  VALIDATING_WEBHOOKS(
      "ValidatingWebhookConfiguration",
      "validatingwebhookconfigurations." + Group.ADMISSION,
      Scope.CLUSTER,
      "v1",
      ""),
  MUTATING_WEBHOOKS(
      "MutatingWebhookConfiguration",
      "mutatingwebhookconfigurations." + Group.ADMISSION,
      Scope.CLUSTER,
      "v1",
      ""),
  VALIDATING_POLICIES(
      "ValidatingAdmissionPolicy",
      "validatingadmissionpolicies." + Group.ADMISSION,
      Scope.CLUSTER,
      Old.ADMISSION,
      ""),
  VALIDATING_POLICY_BINDINGS(
      "ValidatingAdmissionPolicyBinding",
      "validatingadmissionpolicybindings." + Group.ADMISSION,
      Scope.CLUSTER,
      Old.ADMISSION,
      ""),
  MUTATING_POLICIES(
      "MutatingAdmissionPolicy",
      "mutatingadmissionpolicies." + Group.ADMISSION,
      Scope.CLUSTER,
      Old.ADMISSION,
      ""),
  MUTATING_POLICY_BINDINGS(
      "MutatingAdmissionPolicyBinding",
      "mutatingadmissionpolicybindings." + Group.ADMISSION,
      Scope.CLUSTER,
      Old.ADMISSION,
      ""),
  CUSTOM_RESOURCE_DEFINITIONS(
      "CustomResourceDefinition",
      "customresourcedefinitions.apiextensions.k8s.io",
      Scope.CLUSTER,
      "v1",
      "storedVersions",
      Content.WITHOUT_SCHEMAS),
  API_SERVICES(
      "APIService", "apiservices.apiregistration.k8s.io", Scope.CLUSTER, "v1", "conditions"),
  CERTIFICATE_REQUESTS(
      "CertificateSigningRequest",
      "certificatesigningrequests.certificates.k8s.io",
      Scope.CLUSTER,
      "v1",
      "conditions",
      Content.WITHOUT_REQUEST),
  CONFIG_MAPS("ConfigMap", "configmaps", Scope.NAMESPACED, "v1", "", Content.SELECTED_DATA),
  SECRETS("Secret", "secrets", Scope.NAMESPACED, "v1", "", Content.METADATA),
  ISTIO_PEER_AUTHENTICATIONS(
      "PeerAuthentication", "peerauthentications." + Group.MESH, Scope.NAMESPACED, Old.ISTIO, ""),
  ISTIO_AUTHORIZATION_POLICIES(
      "AuthorizationPolicy",
      "authorizationpolicies." + Group.MESH,
      Scope.NAMESPACED,
      Old.ISTIO,
      ""),
  ISTIO_REQUEST_AUTHENTICATIONS(
      "RequestAuthentication",
      "requestauthentications." + Group.MESH,
      Scope.NAMESPACED,
      Old.ISTIO,
      ""),
  ISTIO_GATEWAYS("Gateway", "gateways." + Group.ISTIO, Scope.NAMESPACED, Old.ISTIO, ""),
  ISTIO_VIRTUAL_SERVICES(
      "VirtualService", "virtualservices." + Group.ISTIO, Scope.NAMESPACED, Old.ISTIO, ""),
  ISTIO_DESTINATION_RULES(
      "DestinationRule", "destinationrules." + Group.ISTIO, Scope.NAMESPACED, Old.ISTIO, ""),
  ISTIO_SERVICE_ENTRIES(
      "ServiceEntry", "serviceentries." + Group.ISTIO, Scope.NAMESPACED, Old.ISTIO, ""),
  ISTIO_SIDECARS("Sidecar", "sidecars." + Group.ISTIO, Scope.NAMESPACED, Old.ISTIO, ""),
  LINKERD_SERVERS("Server", "servers." + Group.LINKERD, Scope.NAMESPACED, Old.LINKERD, ""),
  LINKERD_AUTHORIZATION_POLICIES(
      "AuthorizationPolicy",
      "authorizationpolicies." + Group.LINKERD,
      Scope.NAMESPACED,
      "v1alpha1",
      ""),
  LINKERD_SERVER_AUTHORIZATIONS(
      "ServerAuthorization",
      "serverauthorizations." + Group.LINKERD,
      Scope.NAMESPACED,
      "v1beta1 v1alpha1",
      ""),
  ADMIN_NETWORK_POLICIES(
      "AdminNetworkPolicy", "adminnetworkpolicies." + Group.POLICY, Scope.CLUSTER, "v1alpha1", ""),
  BASELINE_ADMIN_NETWORK_POLICIES(
      "BaselineAdminNetworkPolicy",
      "baselineadminnetworkpolicies." + Group.POLICY,
      Scope.CLUSTER,
      "v1alpha1",
      ""),
  CLUSTER_NETWORK_POLICIES(
      "ClusterNetworkPolicy",
      "clusternetworkpolicies." + Group.POLICY,
      Scope.CLUSTER,
      "v1 v1beta1 v1alpha2",
      ""),
  CILIUM_NETWORK_POLICIES(
      "CiliumNetworkPolicy", "ciliumnetworkpolicies.cilium.io", Scope.NAMESPACED, "v2", ""),
  CILIUM_CLUSTERWIDE_NETWORK_POLICIES(
      "CiliumClusterwideNetworkPolicy",
      "ciliumclusterwidenetworkpolicies.cilium.io",
      Scope.CLUSTER,
      "v2",
      ""),
  CALICO_NETWORK_POLICIES(
      "NetworkPolicy", "networkpolicies." + Group.CALICO, Scope.NAMESPACED, "v1", ""),
  CALICO_GLOBAL_NETWORK_POLICIES(
      "GlobalNetworkPolicy", "globalnetworkpolicies." + Group.CALICO, Scope.CLUSTER, "v1", ""),
  CERT_MANAGER_CERTIFICATES(
      "Certificate", "certificates." + Group.CERTS, Scope.NAMESPACED, "v1", "notAfter renewalTime"),
  CERT_MANAGER_ISSUERS("Issuer", "issuers." + Group.CERTS, Scope.NAMESPACED, "v1", ""),
  CERT_MANAGER_CLUSTER_ISSUERS(
      "ClusterIssuer", "clusterissuers." + Group.CERTS, Scope.CLUSTER, "v1", "");

  private static final Map<Kind, Kinds> BY_KIND =
      Arrays.stream(values()).collect(Collectors.toMap(Kinds::kind, Function.identity()));
  private static final Map<String, Kinds> BY_RESOURCE =
      Arrays.stream(values()).collect(Collectors.toMap(Kinds::resource, Function.identity()));

  private final Kind kind;
  private final String resource;
  private final Scope scope;
  private final List<String> versions;
  private final List<String> status;
  private final Content content;

  Kinds(String kind, String resource, Scope scope, String versions, String status) {
    this(kind, resource, scope, versions, status, Content.BODY);
  }

  Kinds(
      String kind, String resource, Scope scope, String versions, String status, Content content) {
    int dot = resource.indexOf('.');
    this.kind = new Kind(dot < 0 ? "" : resource.substring(dot + 1), kind);
    this.resource = resource;
    this.scope = scope;
    this.versions = List.of(versions.split(" "));
    this.status = List.of(status.split(" "));
    this.content = content;
  }

  public static Optional<Kinds> of(Kind kind) {
    return Optional.ofNullable(BY_KIND.get(kind));
  }

  /** The line of a resource named as kubectl does, such as {@code deployments.apps}. */
  public static Optional<Kinds> ofResource(String resource) {
    return Optional.ofNullable(BY_RESOURCE.get(resource));
  }

  public Kind kind() {
    return kind;
  }

  /** API group, empty for the core group. */
  public String group() {
    return kind.group();
  }

  /** Such as {@code deployments}. */
  public String plural() {
    int dot = resource.indexOf('.');
    return dot < 0 ? resource : resource.substring(0, dot);
  }

  /** Such as {@code deployments.apps}, or {@code pods} in the core group. */
  public String resource() {
    return resource;
  }

  /** From preferred to oldest. */
  public List<String> versions() {
    return versions;
  }

  public boolean namespaced() {
    return scope == Scope.NAMESPACED;
  }

  /** How much of an object may be read and kept. */
  public Content content() {
    return content;
  }

  /** Whether the reader role asks for it: listing Secrets would also grant their content. */
  public boolean inReaderRole() {
    return content != Content.METADATA;
  }

  /** The status fields that are kept; others change without telling anything of posture. */
  List<String> status() {
    return status;
  }

  /** How much of an object may be read and kept. */
  public enum Content {
    /** All but redacted values. */
    BODY,
    /** Metadata and type only; live, ask for {@code PartialObjectMetadata}. */
    METADATA,
    /** Keys, and the values of a few configurations that hold no secrets. */
    SELECTED_DATA,
    /** All but the certificate request itself. */
    WITHOUT_REQUEST,
    /** All but the schemas, most of the bytes of a cluster. */
    WITHOUT_SCHEMAS
  }

  private enum Scope {
    CLUSTER,
    NAMESPACED
  }

  private static final class Group {
    static final String RBAC = "rbac.authorization.k8s.io";
    static final String NET = "networking.k8s.io";
    static final String GATEWAY = "gateway.networking.k8s.io";
    static final String ADMISSION = "admissionregistration.k8s.io";
    static final String MESH = "security.istio.io";
    static final String ISTIO = "networking.istio.io";
    static final String LINKERD = "policy.linkerd.io";
    static final String POLICY = "policy.networking.k8s.io";
    static final String CALICO = "crd.projectcalico.org";
    static final String CERTS = "cert-manager.io";
  }

  private static final class Old {
    static final String GW = "v1 v1beta1";
    static final String ROUTE = "v1 v1alpha3 v1alpha2";
    static final String ADMISSION = "v1 v1beta1 v1alpha1";
    static final String ISTIO = "v1 v1beta1 v1alpha3";
    static final String LINKERD = "v1beta3 v1beta2 v1beta1 v1alpha1";
  }

  private static final class Kept {
    static final String POD =
        "phase qosClass startTime podIP"
            + " containerStatuses initContainerStatuses ephemeralContainerStatuses";
  }
}
