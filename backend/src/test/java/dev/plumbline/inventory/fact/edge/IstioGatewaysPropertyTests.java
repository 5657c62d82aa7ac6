package dev.plumbline.inventory.fact.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every opening against calling every host at every server. */
class IstioGatewaysPropertyTests {

  private static final int CLUSTERS = 400;
  private static final List<String> PATTERNS =
      List.of("*", "*.x.org", "a.x.org", "b.x.org", "x.org");
  private static final List<String> NAMES =
      List.of("a.x.org", "b.x.org", "c.x.org", "d.a.x.org", "x.org", "y.org");
  private static final List<String> SPACES = List.of("one", "two");

  private record Server(boolean redirects, List<String> hosts) {}

  private record Gateway(String namespace, String name, boolean pods, List<Server> servers) {}

  private record Route(List<String> onlyFor, String service) {}

  private record Service(
      String namespace,
      String name,
      List<String> hosts,
      List<String> gateways,
      List<String> exportTo,
      List<Route> routes) {}

  private static final class World {
    final List<Gateway> gateways = new ArrayList<>();
    final List<Service> services = new ArrayList<>();
    private final Random random;

    World(long seed) {
      random = new Random(seed);
      for (String namespace : SPACES) {
        gateways.add(new Gateway(namespace, "g", random.nextInt(4) > 0, some(2, this::server)));
      }
      IntStream.range(0, 1 + random.nextInt(3)).forEach(i -> services.add(service("v" + i)));
    }

    private <T> List<T> some(int most, java.util.function.Supplier<T> one) {
      return IntStream.range(0, 1 + random.nextInt(most)).mapToObj(i -> one.get()).toList();
    }

    private <T> T one(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    private Server server() {
      return new Server(
          random.nextInt(4) == 0,
          some(2, () -> one(List.of("", "", "*/", "./", "one/", "two/")) + one(PATTERNS)));
    }

    private Service service(String name) {
      return new Service(
          one(SPACES),
          name,
          some(2, () -> one(PATTERNS)),
          some(2, () -> one(List.of("g", "one/g", "two/g", "mesh"))),
          random.nextInt(3) > 0 ? List.of() : some(2, () -> one(List.of("*", ".", "one", "pods"))),
          some(
              2,
              () ->
                  new Route(
                      random.nextInt(3) > 0
                          ? List.of()
                          : some(2, () -> one(List.of("g", "one/g", "mesh"))),
                      "s" + random.nextInt(3))));
    }

    String yaml() {
      return gateways.stream().map(World::yaml).collect(Collectors.joining())
          + services.stream().map(World::yaml).collect(Collectors.joining());
    }

    private static String yaml(Gateway gateway) {
      String pod =
          gateway.pods()
              ? "---\n{apiVersion: v1, kind: Pod, metadata: {name: %s, namespace: pods, labels: {gate: %s}}, spec: {containers: [{name: p}]}}\n"
                  .formatted(gateway.namespace(), gateway.namespace())
              : "";
      String servers =
          gateway.servers().stream()
              .map(server ->
                  "{port: {number: 80, protocol: HTTP}, hosts: %s, tls: {httpsRedirect: %s}}"
                      .formatted(quoted(server.hosts()), server.redirects()))
              .collect(Collectors.joining(","));
      return pod
          + "---\n{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: g, namespace: %s}, spec: {selector: {gate: %s}, servers: [%s]}}\n"
              .formatted(gateway.namespace(), gateway.namespace(), servers);
    }

    private static String yaml(Service service) {
      String routes =
          service.routes().stream()
              .map(route ->
                  "{%sroute: [{destination: {host: %s}}]}"
                      .formatted(
                          route.onlyFor().isEmpty()
                              ? ""
                              : "match: [{gateways: %s}], ".formatted(quoted(route.onlyFor())),
                          route.service()))
              .collect(Collectors.joining(","));
      return "---\n{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: %s, namespace: %s}, spec: {hosts: %s, gateways: %s, exportTo: %s, http: [%s]}}\n"
          .formatted(
              service.name(),
              service.namespace(),
              quoted(service.hosts()),
              quoted(service.gateways()),
              quoted(service.exportTo()),
              routes);
    }

    private static String quoted(List<String> texts) {
      return texts.stream()
          .map(text -> "'" + text + "'")
          .collect(Collectors.joining(",", "[", "]"));
    }
  }

  private static Set<String> naive(World world) {
    var found = new TreeSet<String>();
    for (Gateway gateway : world.gateways) {
      for (Server server : gateway.servers()) {
        for (String called : NAMES) {
          for (Service service : world.services) {
            if (arrives(called, gateway, server, service)) {
              for (Route route : service.routes()) {
                if (route.onlyFor().isEmpty() || names(route.onlyFor(), gateway, service)) {
                  found.add(
                      "VirtualService %s/%s > %s/%s by %s"
                          .formatted(
                              service.namespace(),
                              service.name(),
                              service.namespace(),
                              route.service(),
                              gateway.pods() ? "pods/" + gateway.namespace() : "nobody"));
                }
              }
            }
          }
        }
      }
    }
    return found;
  }

  private static boolean arrives(String called, Gateway gateway, Server server, Service service) {
    boolean taken =
        server.hosts().stream()
            .anyMatch(host -> {
              String from = host.contains("/") ? host.substring(0, host.indexOf('/')) : "*";
              String pattern = host.substring(host.indexOf('/') + 1);
              boolean allowed =
                  from.equals("*")
                      || from.equals(service.namespace())
                      || (from.equals(".") && gateway.namespace().equals(service.namespace()));
              return allowed && fits(pattern, called);
            });
    boolean heard =
        service.exportTo().isEmpty()
            || service.exportTo().stream()
                .anyMatch(to -> to.equals("*") || (gateway.pods() && to.equals("pods")));
    return !server.redirects()
        && taken
        && heard
        && service.hosts().stream().anyMatch(host -> fits(host, called))
        && names(service.gateways(), gateway, service);
  }

  private static boolean fits(String pattern, String called) {
    return pattern.equals("*")
        || pattern.equals(called)
        || (pattern.startsWith("*.") && called.endsWith(pattern.substring(1)));
  }

  private static boolean names(List<String> names, Gateway gateway, Service service) {
    return names.contains(gateway.namespace() + "/g")
        || (names.contains("g") && gateway.namespace().equals(service.namespace()));
  }

  @Test
  void everyOpeningIsFoundByCallingEveryHost() {
    int some = 0;
    for (long seed = 0; seed < CLUSTERS; seed++) {
      var world = new World(seed);
      Snapshot snapshot = Manifests.snapshot(world.yaml());
      var openings = new IstioGateways(snapshot, Workloads.of(snapshot)).openings();
      var told =
          openings.stream()
              .map(it ->
                  "%s > %s/%s by %s"
                      .formatted(
                          it.route(),
                          it.namespace(),
                          it.service(),
                          it.proxies().isEmpty()
                              ? "nobody"
                              : "pods/" + it.proxies().getFirst().name()))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(told).as("seed %d%n%s", seed, world.yaml()).isEqualTo(naive(world));
      some += told.isEmpty() ? 0 : 1;
    }
    assertThat(some).isBetween(CLUSTERS / 4, CLUSTERS - CLUSTERS / 20);
  }
}
