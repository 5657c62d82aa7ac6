package dev.plumbline.inventory.fact.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.reach.Ports.Protocol;
import dev.plumbline.inventory.fact.reach.RandomCluster.Pod;
import dev.plumbline.inventory.fact.reach.RandomPolicies.Peer;
import dev.plumbline.inventory.fact.reach.RandomPolicies.Port;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachabilityPropertyTests {

  private static final int CLUSTERS = 60;
  private static final List<Port> PORTS =
      Stream.of(1, 53, 80, 443, 444, 7999, 8000, 8080, 8443, 8444, 65535)
          .flatMap(it -> Stream.of(Protocol.values()).map(protocol -> new Port(protocol, it)))
          .toList();
  private static final List<String> OUTSIDE = List.of("203.0.113.5", "10.0.1.250", "10.0.0.250");

  @ParameterizedTest
  @ValueSource(strings = {"network", "admin", "calico", "cilium"})
  void whoReachesWhomIsWhatAskingEveryPairOfPodsOnEveryPortTells(String policies) {
    for (int seed = 0; seed < CLUSTERS; seed++) {
      check(new Case(policies, seed));
    }
  }

  private static void check(Case made) {
    var reachability =
        Reachability.of(made.cluster.snapshot(), Workloads.of(made.cluster.snapshot()));
    Set<ObjectKey> workloads =
        made.cluster.pods.stream()
            .map(Pod::workload)
            .collect(Collectors.toCollection(TreeSet::new));
    for (ObjectKey source : workloads) {
      for (ObjectKey target : workloads) {
        Verdict verdict = reachability.between(source, target);
        Ports naive = made.ports(source, target);
        assertThat(shown(verdict.certain()))
            .as("%s %s to %s", made, source, target)
            .isEqualTo(shown(naive));
        assertThat(shown(verdict.possible()))
            .as("%s %s to %s", made, source, target)
            .isEqualTo(shown(naive));
      }
      outside(made, reachability, source);
    }
    sums(made, reachability, workloads);
  }

  /**
   * Policies name some addresses outside; what holds for one must be possible, and for all certain.
   */
  private static void outside(Case made, Reachability reachability, ObjectKey workload) {
    for (String address : OUTSIDE) {
      var outside = new Peer(null, address);
      Ports in = made.ports(Stream.of(outside), made.of(workload));
      assertThat(in.minus(reachability.fromOutside(workload).possible()).isEmpty()).isTrue();
      assertThat(on(reachability.fromOutside(workload).certain()).minus(in).isEmpty())
          .as("%s from %s to %s", made, address, workload)
          .isTrue();
      Ports out = made.ports(made.of(workload), Stream.of(outside));
      assertThat(out.minus(reachability.toOutside(workload).possible()).isEmpty()).isTrue();
      assertThat(on(reachability.toOutside(workload).certain()).minus(out).isEmpty()).isTrue();
    }
  }

  private static void sums(Case made, Reachability reachability, Set<ObjectKey> workloads) {
    BiPredicate<ObjectKey, ObjectKey> connected =
        (source, target) -> !source.equals(target) && !made.ports(source, target).isEmpty();
    Matrix matrix = reachability.matrix();
    Map<String, Long> cells = new HashMap<>();
    for (ObjectKey one : workloads) {
      int sources = (int) workloads.stream().filter(it -> connected.test(it, one)).count();
      int targets = (int) workloads.stream().filter(it -> connected.test(one, it)).count();
      assertThat(reachability.sources().get(one))
          .as("%s %s", made, one)
          .isEqualTo(new Neighbours(sources, sources));
      assertThat(reachability.targets().get(one))
          .as("%s %s", made, one)
          .isEqualTo(new Neighbours(targets, targets));
      workloads.stream()
          .filter(it -> connected.test(one, it))
          .forEach(it -> cells.merge(one.namespace() + " " + it.namespace(), 1L, Long::sum));
    }
    for (int from = 0; from < matrix.namespaces().size(); from++) {
      for (int to = 0; to < matrix.namespaces().size(); to++) {
        String cell = matrix.namespaces().get(from) + " " + matrix.namespaces().get(to);
        assertThat(matrix.cells().get(from).get(to).certain())
            .as("%s %s", made, cell)
            .isEqualTo(cells.getOrDefault(cell, 0L));
      }
    }
  }

  private static Ports on(Ports ports) {
    return PORTS.stream()
        .filter(it -> ports.has(it.protocol(), it.number()))
        .map(it -> Ports.of(it.protocol(), it.number(), it.number()))
        .reduce(Ports.NONE, Ports::or);
  }

  private static String shown(Ports ports) {
    return on(ports).ranges().toString();
  }

  /** A cluster with policies of some kinds. */
  private static final class Case {

    private final String name;
    private final RandomCluster cluster;
    private final NaiveJudge judge;
    private final Map<String, Ports> known = new HashMap<>();

    Case(String kinds, int seed) {
      name = kinds + " " + seed;
      cluster = new RandomCluster(seed);
      var policies = new RandomPolicies(cluster);
      for (int i = cluster.random.nextInt(5); i > 0; i--) {
        policies.network();
      }
      switch (kinds) {
        case "admin" -> admin(policies);
        case "calico" -> new RandomCalico(policies).add();
        case "cilium" -> new RandomCilium(policies).add();
        default -> {}
      }
      judge = new NaiveJudge(policies.policies);
    }

    private void admin(RandomPolicies policies) {
      for (int i = 0; i < 1 + cluster.random.nextInt(3); i++) {
        policies.admin(false, 10 * i + cluster.random.nextInt(10));
      }
      policies.admin(true, 0);
    }

    Stream<Peer> of(ObjectKey workload) {
      return cluster.pods.stream().filter(it -> it.workload().equals(workload)).map(Peer::of);
    }

    Ports ports(ObjectKey source, ObjectKey target) {
      return known.computeIfAbsent(source + " " + target, it -> ports(of(source), of(target)));
    }

    Ports ports(Stream<Peer> sources, Stream<Peer> targets) {
      List<Peer> all = targets.toList();
      return sources
          .flatMap(source ->
              all.stream()
                  .flatMap(target ->
                      PORTS.stream()
                          .filter(port -> judge.connects(source, target, port))
                          .map(port -> Ports.of(port.protocol(), port.number(), port.number()))))
          .reduce(Ports.NONE, Ports::or);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
