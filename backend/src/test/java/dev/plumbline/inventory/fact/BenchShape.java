package dev.plumbline.inventory.fact;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Clusters with much of one thing, where work that is not linear shows. */
enum BenchShape {
  /** Half as many namespaces as workloads; each lets in another by its name, and is enforced. */
  NAMESPACES {
    @Override
    void add(Cluster cluster, int number, int size) {
      String namespace = "ns" + number / 2;
      if (number % 2 == 0) {
        cluster.namespace(namespace, "team" + number % 17);
        cluster.policy(namespace, "in", Map.of(), List.of(namespacePeer("ns" + number / 4)));
        cluster.binding(namespace, "edit", List.of(account("default")));
      }
      cluster.pod(namespace, "p" + number, Map.of("app", "p" + number % 2));
      cluster.service(namespace, "s" + number, Map.of("app", "p" + number % 2));
    }
  },

  /**
   * A policy, a Service and a rule for clients to each workload, all in one namespace, each by a
   * label that many have and one of its own.
   */
  ONE_NAMESPACE {
    @Override
    void add(Cluster cluster, int number, int size) {
      cluster.namespaceOnce("shop", number);
      Map<String, Object> labels =
          new TreeMap<>(Map.of("all", "t" + number % 3, "app", "p" + number));
      cluster.pod("shop", "p" + number, labels);
      cluster.policy("shop", "n" + number, labels, List.of(podPeer(Map.of("app", "p1"))));
      cluster.service("shop", "s" + number, labels);
      cluster.mesh("shop", number, labels);
    }
  },

  /** A policy to each workload that names an address block of its own and a team. */
  BLOCKS {
    @Override
    void add(Cluster cluster, int number, int size) {
      String namespace = "ns" + number / 20;
      cluster.namespaceOnce(namespace, number % 20);
      cluster.pod(namespace, "p" + number, Map.of("app", "p" + number));
      String cidr = "10." + number / 256 % 256 + "." + number % 256 + ".0/24";
      Map<String, Object> block = Map.of("ipBlock", Map.of("cidr", cidr));
      cluster.policy(
          namespace, "n" + number, Map.of("app", "p" + number), List.of(block, teamPeer("a")));
      cluster.labelled(namespace, "k" + number);
    }
  },

  /** A role and two bindings to each workload, some of them to groups of every account. */
  BINDINGS {
    @Override
    void add(Cluster cluster, int number, int size) {
      String namespace = "ns" + number / 20;
      cluster.namespaceOnce(namespace, number % 20);
      cluster.pod(namespace, "p" + number, Map.of("app", "p" + number));
      cluster.account(namespace, "a" + number);
      cluster.clusterRole("r" + number, Map.of(), List.of(rule("get", "pods")));
      cluster.binding(namespace, "r" + number, List.of(account("a" + number)));
      cluster.binding(namespace, "all" + number, List.of(group("system:serviceaccounts")));
      if (number % 100 == 0) {
        cluster.clusterBinding("r" + number, List.of(group("system:serviceaccounts")));
      }
    }
  },

  /** One role made of all others, a hundred of a few, and many without any rule. */
  AGGREGATION {
    @Override
    void add(Cluster cluster, int number, int size) {
      cluster.namespaceOnce("shop", number);
      cluster.pod("shop", "p" + number, Map.of("app", "p" + number));
      cluster.clusterRole(
          "part" + number,
          new TreeMap<>(Map.of("all", "true", "to", "a" + number % 100)),
          List.of(rule("get", "things" + number)));
      cluster.clusterRole("empty" + number, Map.of(), List.of());
      if (number < 100) {
        cluster.aggregated("a" + number, new TreeMap<>(Map.of("all", "true", "to", "a" + number)));
      }
      if (number == 0) {
        cluster.aggregated("all", Map.of("all", "true"));
        cluster.clusterBinding("all", List.of(group("system:serviceaccounts")));
      }
    }
  };

  abstract void add(Cluster cluster, int number, int size);

  List<KubeObject> objects(int size) {
    var cluster = new Cluster();
    for (int number = 0; number < size; number++) {
      add(cluster, number, size);
    }
    return cluster.objects;
  }

  private static Map<String, Object> namespacePeer(String name) {
    return Map.of("namespaceSelector", matching(Map.of("kubernetes.io/metadata.name", name)));
  }

  private static Map<String, Object> teamPeer(String team) {
    return Map.of("namespaceSelector", matching(Map.of("team", team)));
  }

  private static Map<String, Object> podPeer(Map<String, Object> labels) {
    return Map.of("podSelector", matching(labels));
  }

  private static Map<String, Object> matching(Map<String, Object> labels) {
    return Map.of("matchLabels", labels);
  }

  private static Map<String, Object> account(String name) {
    return Map.of("kind", "ServiceAccount", "name", name);
  }

  private static Map<String, Object> group(String name) {
    return Map.of("kind", "Group", "name", name);
  }

  private static Map<String, Object> rule(String verb, String resource) {
    return Map.of("apiGroups", List.of(""), "resources", List.of(resource), "verbs", List.of(verb));
  }

  /** The objects so far. */
  static final class Cluster {

    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final Kind DESTINATION_RULE = new Kind("networking.istio.io", "DestinationRule");
    private static final Kind PEER = new Kind("security.istio.io", "PeerAuthentication");
    private static final Kind AUTHORIZATION = new Kind("security.istio.io", "AuthorizationPolicy");

    private final List<KubeObject> objects = new ArrayList<>();

    private void put(
        Kind kind,
        String namespace,
        String name,
        Map<String, Object> labels,
        Map<String, Object> document) {
      var all = new TreeMap<>(document);
      all.put("metadata", Map.of("name", name, "labels", labels));
      objects.add(new KubeObject(new ObjectKey(kind, namespace, name), "v1", all));
    }

    void namespace(String name, String team) {
      Map<String, Object> labels =
          Map.of(
              "kubernetes.io/metadata.name",
              name,
              "team",
              team,
              "istio-injection",
              "enabled",
              "pod-security.kubernetes.io/enforce",
              "baseline");
      put(Kind.core("Namespace"), "", name, labels, Map.of());
    }

    void namespaceOnce(String name, int number) {
      if (number == 0) {
        namespace(name, name.length() % 2 == 0 ? "a" : "b");
      }
    }

    void pod(String namespace, String name, Map<String, Object> labels) {
      Map<String, Object> port = Map.of("name", "http", "containerPort", 8080L);
      Map<String, Object> app =
          Map.of("name", "app", "image", "r.example/" + name + ":1", "ports", List.of(port));
      Map<String, Object> proxy = Map.of("name", "istio-proxy", "image", "istio/proxyv2:1.27");
      int at = objects.size();
      String address = "10." + at / 65536 % 256 + "." + at / 256 % 256 + "." + at % 256;
      put(
          Kind.core("Pod"),
          namespace,
          name,
          labels,
          Map.of(
              "spec",
              Map.of("containers", List.of(app, proxy)),
              "status",
              Map.of("phase", "Running", "podIP", address)));
    }

    /** A policy that looks at a label which nothing else looks at. */
    void labelled(String namespace, String label) {
      policy(namespace, label, Map.of(label, "yes"), List.of());
    }

    void policy(
        String namespace,
        String name,
        Map<String, Object> selected,
        List<Map<String, Object>> from) {
      Map<String, Object> spec =
          Map.of(
              "podSelector", matching(selected),
              "ingress", List.of(Map.of("from", from)));
      put(
          new Kind("networking.k8s.io", "NetworkPolicy"),
          namespace,
          name,
          Map.of(),
          Map.of("spec", spec));
    }

    void service(String namespace, String name, Map<String, Object> selector) {
      Map<String, Object> port = Map.of("port", 80L, "targetPort", 8080L);
      put(
          Kind.core("Service"),
          namespace,
          name,
          Map.of(),
          Map.of("spec", Map.of("type", "NodePort", "selector", selector, "ports", List.of(port))));
    }

    void mesh(String namespace, int number, Map<String, Object> labels) {
      Map<String, Object> selector = Map.of("selector", matching(labels));
      String host = "s" + number + "." + namespace + ".svc.cluster.local";
      Map<String, Object> tls = Map.of("tls", Map.of("mode", "ISTIO_MUTUAL"));
      put(
          DESTINATION_RULE,
          namespace,
          "d" + number,
          Map.of(),
          Map.of("spec", Map.of("host", host, "trafficPolicy", tls)));
      put(
          PEER,
          namespace,
          "m" + number,
          Map.of(),
          Map.of("spec", Map.of("selector", matching(labels), "mtls", Map.of("mode", "STRICT"))));
      put(AUTHORIZATION, namespace, "z" + number, Map.of(), Map.of("spec", selector));
    }

    void account(String namespace, String name) {
      put(Kind.core("ServiceAccount"), namespace, name, Map.of(), Map.of());
    }

    void clusterRole(String name, Map<String, Object> labels, List<Map<String, Object>> rules) {
      put(new Kind(RBAC, "ClusterRole"), "", name, labels, Map.of("rules", rules));
    }

    void aggregated(String name, Map<String, Object> parts) {
      Map<String, Object> rule = Map.of("clusterRoleSelectors", List.of(matching(parts)));
      put(new Kind(RBAC, "ClusterRole"), "", name, Map.of(), Map.of("aggregationRule", rule));
    }

    void binding(String namespace, String role, List<Map<String, Object>> subjects) {
      put(new Kind(RBAC, "RoleBinding"), namespace, role, Map.of(), bound(role, subjects));
    }

    void clusterBinding(String role, List<Map<String, Object>> subjects) {
      put(new Kind(RBAC, "ClusterRoleBinding"), "", role, Map.of(), bound(role, subjects));
    }

    private static Map<String, Object> bound(String role, List<Map<String, Object>> subjects) {
      return Map.of("roleRef", Map.of("kind", "ClusterRole", "name", role), "subjects", subjects);
    }
  }
}
