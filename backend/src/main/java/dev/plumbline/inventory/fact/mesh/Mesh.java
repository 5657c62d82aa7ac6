package dev.plumbline.inventory.fact.mesh;

import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.mesh.Link.Security;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The service meshes of one snapshot: every workload's place in them, and how traffic between two
 * of them travels.
 */
public final class Mesh {

  private final Presence presence;
  private final List<Workload> workloads;
  private final List<Membership> members;

  private Mesh(Presence presence, List<Workload> workloads, List<Membership> members) {
    this.presence = presence;
    this.workloads = workloads;
    this.members = members;
  }

  /**
   * Reads all policies once; near-linear in objects and pods.
   *
   * @param workloads in the order of their keys
   */
  public static Mesh of(Snapshot snapshot, List<Workload> workloads) {
    String root = Presence.root(snapshot);
    var search = new Presence.Search(snapshot);
    var members = new ArrayList<Membership>(workloads.size());
    var assembly = new Assembly(snapshot, workloads, root);
    for (Workload workload : workloads) {
      search.add(workload);
      members.add(assembly.membership(workload));
    }
    return new Mesh(search.found(root), workloads, members);
  }

  public Presence presence() {
    return presence;
  }

  /** Every workload's place, in the order of their keys. */
  public Map<ObjectKey, Membership> members() {
    var all = new LinkedHashMap<ObjectKey, Membership>();
    workloads.forEach(workload -> all.put(workload.key(), member(workload)));
    return all;
  }

  /** Keys of those that are in a mesh, in order. */
  List<ObjectKey> enrolled() {
    return workloads.stream()
        .filter(workload -> member(workload).enrolled())
        .map(Workload::key)
        .toList();
  }

  /** A workload's place; outside any mesh when it is not known. */
  public Membership member(ObjectKey workload) {
    return Workloads.find(workloads, workload).map(this::member).orElse(Membership.UNSEEN);
  }

  /** The place of one of the workloads that were read. */
  Membership member(Workload workload) {
    return members.get(workload.place());
  }

  /**
   * How traffic from one workload to a port of another travels; asks two memberships, nothing else.
   *
   * @param port of the container; 0 for any
   */
  public Link link(ObjectKey from, ObjectKey to, int port) {
    Membership client = member(from);
    Membership server = member(to);
    Mode mode = server.mode(port);
    Optional<ClientRule> rule = rule(from.namespace(), to.namespace(), server);
    if (!server.enrolled()) {
      return new Link(Security.CLEAR_TEXT, "the server is outside any mesh: " + server.why());
    }
    if (!client.proxy().mesh().equals(server.proxy().mesh())) {
      return plain(mode, "the client is outside the server's mesh: " + client.why());
    }
    if (mode == Mode.DISABLE) {
      return new Link(Security.CLEAR_TEXT, "the server takes no mutual TLS: " + server.decidedBy());
    }
    return rule.map(found -> ruled(found, mode))
        .orElse(new Link(Security.MUTUAL_TLS, "both are in the mesh"));
  }

  private static Link ruled(ClientRule rule, Mode mode) {
    return switch (rule.mode()) {
      case "DISABLE" -> plain(mode, "DestinationRule " + rule.rule() + " switches TLS off");
      case "SIMPLE", "MUTUAL" ->
          new Link(Security.OWN_TLS, "DestinationRule " + rule.rule() + " sets " + rule.mode());
      default -> new Link(Security.MUTUAL_TLS, "both are in the mesh");
    };
  }

  private static Link plain(Mode mode, String why) {
    return mode == Mode.STRICT
        ? new Link(Security.REFUSED, "the server takes mutual TLS only, and " + why)
        : new Link(Security.CLEAR_TEXT, why);
  }

  /** The client's own namespace comes first, then the server's, then the mesh's root. */
  private Optional<ClientRule> rule(String from, String to, Membership server) {
    return List.of(from, to, presence.rootNamespace()).stream()
        .flatMap(namespace ->
            server.clientRules().stream().filter(rule -> rule.namespace().equals(namespace)))
        .findFirst();
  }
}
