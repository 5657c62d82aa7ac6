package dev.plumbline.inventory.collect;

import dev.plumbline.inventory.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
  NODES("Node", "nodes", Scope.CLUSTER, "v1", "nodeInfo addresses conditions"),
  PODS("Pod", "pods", Scope.NAMESPACED, "v1", Kept.POD),
  DEPLOYMENTS("Deployment", "deployments.apps", "v1"),
  REPLICA_SETS("ReplicaSet", "replicasets.apps", "v1"),
  STATEFUL_SETS("StatefulSet", "statefulsets.apps", "v1"),
  DAEMON_SETS("DaemonSet", "daemonsets.apps", "v1"),
  JOBS("Job", "jobs.batch", "v1"),
  CRON_JOBS("CronJob", "cronjobs.batch", "v1"),
  REPLICATION_CONTROLLERS("ReplicationController", "replicationcontrollers", "v1"),
  SERVICE_ACCOUNTS("ServiceAccount", "serviceaccounts", "v1"),
  ROLES("Role", "roles." + Group.RBAC, "v1"),
  ROLE_BINDINGS("RoleBinding", "rolebindings." + Group.RBAC, "v1"),
  CLUSTER_ROLES("ClusterRole", "clusterroles." + Group.RBAC, Scope.CLUSTER, "v1", ""),
  CLUSTER_ROLE_BINDINGS(
      "ClusterRoleBinding", "clusterrolebindings." + Group.RBAC, Scope.CLUSTER, "v1", ""),
  SERVICES("Service", "services", Scope.NAMESPACED, "v1", "loadBalancer"),
  ENDPOINT_SLICES("EndpointSlice", "endpointslices.discovery.k8s.io", "v1"),
  INGRESSES("Ingress", "ingresses." + Group.NET, Scope.NAMESPACED, "v1", "loadBalancer"),
  INGRESS_CLASSES("IngressClass", "ingressclasses." + Group.NET, Scope.CLUSTER, "v1", ""),
  NETWORK_POLICIES("NetworkPolicy", "networkpolicies." + Group.NET, "v1"),
  GATEWAY_CLASSES("GatewayClass", "gatewayclasses." + Group.GATEWAY, Scope.CLUSTER, Old.GW, ""),
  GATEWAYS("Gateway", "gateways." + Group.GATEWAY, Scope.NAMESPACED, Old.GW, "addresses"),
  HTTP_ROUTES("HTTPRoute", "httproutes." + Group.GATEWAY, Old.GW),
  GRPC_ROUTES("GRPCRoute", "grpcroutes." + Group.GATEWAY, Old.ROUTE),
  TLS_ROUTES("TLSRoute", "tlsroutes." + Group.GATEWAY, Old.ROUTE),
  TCP_ROUTES("TCPRoute", "tcproutes." + Group.GATEWAY, Old.ROUTE),
  REFERENCE_GRANTS("ReferenceGrant", "referencegrants." + Group.GATEWAY, Old.GW),
  BACKEND_TLS_POLICIES("BackendTLSPolicy", "backendtlspolicies." + Group.GATEWAY, Old.ROUTE),
  POD_DISRUPTION_BUDGETS("PodDisruptionBudget", "poddisruptionbudgets.policy", "v1"),
  RESOURCE_QUOTAS("ResourceQuota", "resourcequotas", "v1"),
  LIMIT_RANGES("LimitRange", "limitranges", "v1"),
  AUTOSCALERS("HorizontalPodAutoscaler", "horizontalpodautoscalers.autoscaling", "v2"),
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
  ISTIO_PEER_AUTHENTICATIONS("PeerAuthentication", "peerauthentications." + Group.MESH, Old.ISTIO),
  ISTIO_AUTHORIZATION_POLICIES(
      "AuthorizationPolicy", "authorizationpolicies." + Group.MESH, Old.ISTIO),
  ISTIO_REQUEST_AUTHENTICATIONS(
      "RequestAuthentication", "requestauthentications." + Group.MESH, Old.ISTIO),
  ISTIO_GATEWAYS("Gateway", "gateways." + Group.ISTIO, Old.ISTIO),
  ISTIO_VIRTUAL_SERVICES("VirtualService", "virtualservices." + Group.ISTIO, Old.ISTIO),
  ISTIO_DESTINATION_RULES("DestinationRule", "destinationrules." + Group.ISTIO, Old.ISTIO),
  ISTIO_SERVICE_ENTRIES("ServiceEntry", "serviceentries." + Group.ISTIO, Old.ISTIO),
  ISTIO_SIDECARS("Sidecar", "sidecars." + Group.ISTIO, Old.ISTIO),
  LINKERD_SERVERS("Server", "servers." + Group.LINKERD, Old.LINKERD),
  LINKERD_AUTHORIZATION_POLICIES(
      "AuthorizationPolicy", "authorizationpolicies." + Group.LINKERD, "v1alpha1"),
  LINKERD_SERVER_AUTHORIZATIONS(
      "ServerAuthorization", "serverauthorizations." + Group.LINKERD, "v1beta1 v1alpha1"),
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
  CILIUM_NETWORK_POLICIES("CiliumNetworkPolicy", "ciliumnetworkpolicies.cilium.io", "v2"),
  CILIUM_CLUSTERWIDE_NETWORK_POLICIES(
      "CiliumClusterwideNetworkPolicy",
      "ciliumclusterwidenetworkpolicies.cilium.io",
      Scope.CLUSTER,
      "v2",
      ""),
  CILIUM_CIDR_GROUPS(
      "CiliumCIDRGroup", "ciliumcidrgroups.cilium.io", Scope.CLUSTER, "v2 v2alpha1", ""),
  CALICO_NETWORK_POLICIES("NetworkPolicy", "networkpolicies." + Group.CALICO, "v1"),
  CALICO_GLOBAL_NETWORK_POLICIES(
      "GlobalNetworkPolicy", "globalnetworkpolicies." + Group.CALICO, Scope.CLUSTER, "v1", ""),
  CONSTRAINT_PRIVILEGED_CONTAINER("K8sPSPPrivilegedContainer"),
  CONSTRAINT_HOST_NAMESPACE("K8sPSPHostNamespace"),
  CONSTRAINT_HOST_NETWORKING_PORTS("K8sPSPHostNetworkingPorts"),
  CONSTRAINT_HOST_FILESYSTEM("K8sPSPHostFilesystem"),
  CONSTRAINT_PROC_MOUNT("K8sPSPProcMount"),
  CONSTRAINT_APP_ARMOR("K8sPSPAppArmor"),
  CONSTRAINT_SELINUX_V2("K8sPSPSELinuxV2"),
  CONSTRAINT_FORBIDDEN_SYSCTLS("K8sPSPForbiddenSysctls"),
  CONSTRAINT_SECCOMP("K8sPSPSeccomp"),
  CONSTRAINT_CAPABILITIES("K8sPSPCapabilities"),
  CONSTRAINT_ALLOW_PRIVILEGE_ESCALATION_CONTAINER("K8sPSPAllowPrivilegeEscalationContainer"),
  CONSTRAINT_ALLOWED_USERS("K8sPSPAllowedUsers"),
  CONSTRAINT_VOLUME_TYPES("K8sPSPVolumeTypes"),
  CONSTRAINT_ALLOWED_REPOS("K8sAllowedRepos"),
  CONSTRAINT_ALLOWED_REPOSV2("K8sAllowedReposv2"),
  CONSTRAINT_DISALLOWED_TAGS("K8sDisallowedTags"),
  CONSTRAINT_IMAGE_DIGESTS("K8sImageDigests"),
  CONSTRAINT_TEMPLATES(
      "ConstraintTemplate",
      "constrainttemplates.templates.gatekeeper.sh",
      Scope.CLUSTER,
      "v1 v1beta1",
      ""),
  KYVERNO_CLUSTER_POLICIES(
      "ClusterPolicy", "clusterpolicies." + Group.KYVERNO, Scope.CLUSTER, "v1", ""),
  KYVERNO_POLICIES("Policy", "policies." + Group.KYVERNO, "v1"),
  KYVERNO_EXCEPTIONS("PolicyException", "policyexceptions." + Group.KYVERNO, "v2 v2beta1 v2alpha1"),
  KYVERNO_VALIDATING_POLICIES(
      "ValidatingPolicy",
      "validatingpolicies." + Group.KYVERNO_CEL,
      Scope.CLUSTER,
      Old.ADMISSION,
      ""),
  KYVERNO_IMAGE_POLICIES(
      "ImageValidatingPolicy",
      "imagevalidatingpolicies." + Group.KYVERNO_CEL,
      Scope.CLUSTER,
      Old.ADMISSION,
      ""),
  KYVERNO_POLICY_EXCEPTIONS(
      "PolicyException", "policyexceptions." + Group.KYVERNO_CEL, Old.ADMISSION),
  KUBEWARDEN_CLUSTER_POLICIES(
      "ClusterAdmissionPolicy",
      "clusteradmissionpolicies." + Group.KUBEWARDEN,
      Scope.CLUSTER,
      "v1 v1alpha2",
      ""),
  KUBEWARDEN_POLICIES("AdmissionPolicy", "admissionpolicies." + Group.KUBEWARDEN, "v1 v1alpha2"),
  SIGSTORE_IMAGE_POLICIES(
      "ClusterImagePolicy",
      "clusterimagepolicies.policy.sigstore.dev",
      Scope.CLUSTER,
      "v1beta1 v1alpha1",
      ""),
  TRAEFIK_TLS_OPTIONS("TLSOption", "tlsoptions.traefik.io", "v1alpha1"),
  SERVICE_MONITORS("ServiceMonitor", "servicemonitors.monitoring.coreos.com", "v1"),
  VERTICAL_AUTOSCALERS(
      "VerticalPodAutoscaler", "verticalpodautoscalers.autoscaling.k8s.io", "v1 v1beta2"),
  AGENT_SANDBOXES("Sandbox", "sandboxes.agents.x-k8s.io", "v1alpha1"),
  AGENT_SANDBOX_TEMPLATES(
      "SandboxTemplate", "sandboxtemplates.extensions.agents.x-k8s.io", "v1alpha1"),
  ARGO_PROJECTS("AppProject", "appprojects.argoproj.io", "v1alpha1"),
  ARGO_APPLICATIONS("Application", "applications.argoproj.io", "v1alpha1"),
  FLUX_GIT_REPOSITORIES("GitRepository", "gitrepositories." + Group.FLUX, "v1 v1beta2"),
  FLUX_OCI_REPOSITORIES("OCIRepository", "ocirepositories." + Group.FLUX, "v1 v1beta2"),
  FLUX_HELM_REPOSITORIES("HelmRepository", "helmrepositories." + Group.FLUX, "v1 v1beta2"),
  TEKTON_PIPELINES("Pipeline", "pipelines.tekton.dev", "v1 v1beta1"),
  CALICO_TIERS("Tier", "tiers." + Group.CALICO, Scope.CLUSTER, "v1", ""),
  CALICO_NETWORK_SETS("NetworkSet", "networksets." + Group.CALICO, Scope.NAMESPACED, "v1", ""),
  CALICO_GLOBAL_NETWORK_SETS(
      "GlobalNetworkSet", "globalnetworksets." + Group.CALICO, Scope.CLUSTER, "v1", ""),
  CERT_MANAGER_CERTIFICATES(
      "Certificate", "certificates." + Group.CERTS, Scope.NAMESPACED, "v1", "notAfter renewalTime"),
  CERT_MANAGER_ISSUERS("Issuer", "issuers." + Group.CERTS, "v1"),
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

  /** In namespaces, without status. */
  Kinds(String kind, String resource, String versions) {
    this(kind, resource, Scope.NAMESPACED, versions, "");
  }

  /** A constraint of Gatekeeper's library. */
  Kinds(String kind) {
    this(
        kind,
        kind.toLowerCase(Locale.ROOT) + ".constraints.gatekeeper.sh",
        Scope.CLUSTER,
        "v1beta1",
        "");
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
    static final String KYVERNO = "kyverno.io";
    static final String KYVERNO_CEL = "policies.kyverno.io";
    static final String KUBEWARDEN = "policies.kubewarden.io";
    static final String FLUX = "source.toolkit.fluxcd.io";
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
