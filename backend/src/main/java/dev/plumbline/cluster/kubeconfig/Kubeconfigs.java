package dev.plumbline.cluster.kubeconfig;

import dev.plumbline.cluster.kubeconfig.Acceptance.Accepted;
import dev.plumbline.cluster.kubeconfig.Acceptance.ContextNeeded;
import dev.plumbline.cluster.kubeconfig.Acceptance.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads kubeconfigs by an allow-list; what is not known is refused by the path of its field. */
public final class Kubeconfigs {

  private static final Set<String> TOP =
      Set.of(
          "apiVersion",
          "kind",
          "current-context",
          "contexts",
          "clusters",
          "users",
          "preferences",
          "extensions");
  private static final Set<String> CONTEXT = Set.of("cluster", "user", "namespace", "extensions");

  private Kubeconfigs() {}

  /**
   * Accepts one context of a kubeconfig, or says why not.
   *
   * @param upload the file as it came, YAML or JSON
   * @param context the context chosen; empty leaves the choice to a kubeconfig that has just one
   */
  public static Acceptance accept(byte[] upload, Optional<String> context) {
    var refusals = new Refusals();
    try {
      Acceptance acceptance = accept(YamlTree.read(upload), context, refusals);
      return refusals.any() ? new Refused(refusals.list()) : acceptance;
    } catch (Refusals.Stop stop) {
      var all = new ArrayList<>(refusals.list());
      all.add(stop.refusal);
      return new Refused(all);
    }
  }

  private static Acceptance accept(Map<?, ?> tree, Optional<String> context, Refusals refusals) {
    var top = new Fields(tree, "", refusals);
    top.knowOnly(TOP);
    expect(top, "apiVersion", "v1");
    expect(top, "kind", "Config");
    List<Fields> contexts = entries(top, "contexts", "context", CONTEXT);
    List<Fields> clusters = entries(top, "clusters", "cluster", ClusterEntry.KNOWN);
    List<Fields> users = entries(top, "users", "user", UserEntry.KNOWN);
    List<String> names = contexts.stream().map(entry -> entry.text("name")).toList();
    if (context.isEmpty() && names.size() > 1 && !refusals.any()) {
      return new ContextNeeded(names, top.text("current-context"));
    }
    if (names.isEmpty()) {
      throw new Refusals.Stop("contexts", "A context that names a cluster and a user is expected.");
    }
    String wanted = context.orElse(names.getFirst());
    Fields chosen = named(contexts, wanted, "contexts", "There is no context of this name.");
    return accepted(chosen, clusters, users);
  }

  private static Accepted accepted(Fields entry, List<Fields> clusters, List<Fields> users) {
    Fields context = entry.map("context");
    String cluster = context.text("cluster");
    Fields clusterEntry =
        named(clusters, cluster, context.path("cluster"), "There is no cluster of this name.");
    Fields userEntry =
        named(users, context.text("user"), context.path("user"), "There is no user of this name.");
    var server = new ClusterEntry(clusterEntry.map("cluster"));
    var user = new UserEntry(userEntry.map("user"));
    return server.with(user, Refusals.shown(entry.text("name")), Refusals.shown(cluster));
  }

  private static void expect(Fields top, String field, String value) {
    if (!value.equals(top.map().get(field))) {
      top.refuse(field, "This must be " + value + ".");
    }
  }

  private static List<Fields> entries(
      Fields top, String list, String inner, Set<String> innerFields) {
    List<Fields> entries = top.maps(list);
    for (Fields entry : entries) {
      entry.knowOnly(Set.of("name", inner));
      if (entry.text("name").isEmpty()) {
        entry.refuse("name", "A name is expected here.");
      }
      entry.map(inner).knowOnly(innerFields);
    }
    return entries;
  }

  private static Fields named(List<Fields> entries, String name, String path, String message) {
    List<Fields> found = entries.stream().filter(e -> name.equals(e.map().get("name"))).toList();
    if (found.isEmpty()) {
      throw new Refusals.Stop(path, message);
    }
    if (found.size() > 1) {
      throw new Refusals.Stop(found.get(1).path("name"), "This name stands twice.");
    }
    return found.getFirst();
  }
}
