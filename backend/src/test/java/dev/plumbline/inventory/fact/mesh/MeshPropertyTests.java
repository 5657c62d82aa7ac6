package dev.plumbline.inventory.fact.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.fact.mesh.AuthorizationPolicies.Authorization;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Modes and access of made-up clusters, against a table of rules read from top to bottom. */
class MeshPropertyTests {

  private static final List<String> NAMESPACES = List.of("istio-system", "shop", "bank");
  private static final List<String> MODES = List.of("", "UNSET", "STRICT", "PERMISSIVE", "DISABLE");

  private record Peer(
      String namespace, String name, int created, String app, String mode, String portMode) {

    String yaml() {
      String selector = app.isEmpty() ? "" : "selector: {matchLabels: {app: " + app + "}}, ";
      String port = portMode.isEmpty() ? "" : "portLevelMtls: {80: {mode: " + portMode + "}}, ";
      String mtls = mode.isEmpty() ? "" : "mtls: {mode: " + mode + "}";
      return Meshes.peer(namespace, name, "20%02d".formatted(created), selector + port + mtls);
    }
  }

  @Test
  void theModeOfEveryPortIsWhatTheTableOfRulesSays() {
    for (int seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      List<Peer> peers =
          IntStream.range(0, random.nextInt(9)).mapToObj(i -> peer(random, i)).toList();
      var yaml = new StringBuilder();
      peers.forEach(peer -> yaml.append(peer.yaml()));
      NAMESPACES.forEach(namespace -> {
        yaml.append(Meshes.meshed(namespace, "a", "app: a", 80));
        yaml.append(Meshes.meshed(namespace, "b", "app: b", 81));
      });
      Mesh mesh = Meshes.of(yaml.toString());
      for (String namespace : NAMESPACES) {
        for (String app : List.of("a", "b")) {
          Membership member = mesh.member(Meshes.pod(namespace, app));
          for (int port : List.of(80, 81)) {
            assertThat(member.mode(port))
                .as("seed %d: %s/%s:%d\n%s", seed, namespace, app, port, yaml)
                .isEqualTo(table(peers, namespace, app, port));
          }
        }
      }
    }
  }

  private static Peer peer(Random random, int i) {
    String app = one(random, List.of("", "", "a", "b"));
    return new Peer(
        one(random, NAMESPACES),
        "p" + i,
        10 + random.nextInt(4),
        app,
        one(random, MODES),
        one(random, MODES));
  }

  /** The first of the rules that sets a mode. */
  private static Mode table(List<Peer> peers, String namespace, String app, int port) {
    List<Optional<String>> rows = new ArrayList<>();
    boolean root = namespace.equals("istio-system");
    Optional<Peer> own =
        root
            ? Optional.empty()
            : oldest(peers, p -> p.namespace().equals(namespace) && p.app().equals(app));
    rows.add(port == 80 ? own.map(Peer::portMode) : Optional.empty());
    rows.add(own.map(Peer::mode));
    rows.add(
        oldest(peers, p -> p.namespace().equals(namespace) && p.app().isEmpty()).map(Peer::mode));
    rows.add(
        oldest(peers, p -> p.namespace().equals("istio-system") && p.app().isEmpty())
            .map(Peer::mode));
    return rows.stream()
        .flatMap(Optional::stream)
        .filter(mode -> !mode.isEmpty() && !mode.equals("UNSET"))
        .findFirst()
        .map(Mode::valueOf)
        .orElse(Mode.PERMISSIVE);
  }

  private static Optional<Peer> oldest(List<Peer> peers, Predicate<Peer> wanted) {
    return peers.stream()
        .filter(wanted)
        .min(Comparator.comparing(Peer::created).thenComparing(Peer::name));
  }

  @Test
  void accessIsWhatTheLuckiestAndTheUnluckiestRequestMeet() {
    for (int seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      List<Authorization> policies =
          IntStream.range(0, random.nextInt(5)).mapToObj(i -> policy(random, i)).toList();
      assertThat(AuthorizationPolicies.access(policies))
          .as("%s", policies)
          .isEqualTo(met(policies));
    }
  }

  private static Authorization policy(Random random, int i) {
    int rules = random.nextInt(3);
    return new Authorization(
        "shop/p" + i,
        one(random, List.of("ALLOW", "ALLOW", "DENY", "CUSTOM", "AUDIT")),
        rules,
        rules > 0 && random.nextInt(4) == 0);
  }

  /** Rules that are not empty meet a request or not as {@code lucky} says. */
  private static String met(List<Authorization> policies) {
    if (!passes(policies, true, true)) {
      return "closed";
    }
    if (passes(policies, false, false)) {
      return "open";
    }
    return passes(policies, false, true) ? "filtered" : "limited";
  }

  /**
   * @param allowed whether allowing rules and outside authorizers are for the request
   * @param spared whether denying rules are not about it
   */
  private static boolean passes(List<Authorization> policies, boolean allowed, boolean spared) {
    boolean outside = policies.stream().anyMatch(p -> p.action().equals("CUSTOM") && p.rules() > 0);
    boolean denied =
        policies.stream()
            .anyMatch(p -> p.action().equals("DENY") && (p.all() || (p.rules() > 0 && !spared)));
    List<Authorization> allow = policies.stream().filter(p -> p.action().equals("ALLOW")).toList();
    boolean listed =
        allow.isEmpty() || allow.stream().anyMatch(p -> p.all() || (p.rules() > 0 && allowed));
    return !denied && listed && (allowed || !outside);
  }

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
