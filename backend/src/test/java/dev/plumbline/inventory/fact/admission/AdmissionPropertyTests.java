package dev.plumbline.inventory.fact.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.fact.admission.pattern.Wildcards;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which constraints hold where, in made-up clusters, against regular expressions and loops. */
class AdmissionPropertyTests {

  private static final List<String> NAMES = List.of("shop", "shop-test", "bank", "kube-system");
  private static final List<String> PATTERNS =
      List.of("shop", "shop*", "*-test", "*", "b?nk", "*o*t", "", "kube-**m", "?");
  private static final List<String> KINDS =
      List.of("K8sPSPPrivilegedContainer", "K8sPSPProcMount", "K8sAllowedRepos");

  private record Constraint(
      String kind, List<String> in, List<String> out, String team, boolean dry) {

    String yaml(int number) {
      String spec =
          "match: {namespaces: %s, excludedNamespaces: %s, namespaceSelector: {matchLabels: {%s}}}%s"
              .formatted(
                  quoted(in),
                  quoted(out),
                  team.isEmpty() ? "" : "team: " + team,
                  dry ? ", enforcementAction: warn" : "");
      return Engines.constraint(kind, spec).replace("name: c}", "name: c" + number + "}");
    }

    private static String quoted(List<String> patterns) {
      return patterns.stream().map(p -> "'" + p + "'").toList().toString();
    }

    boolean stops(String namespace, String ownTeam) {
      return !dry
          && (in.isEmpty() || in.stream().anyMatch(p -> regex(p, namespace)))
          && out.stream().noneMatch(p -> regex(p, namespace))
          && (team.isEmpty() || team.equals(ownTeam));
    }
  }

  @Test
  void whatIsStoppedIsWhatSomeConstraintThatHoldsStops() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var yaml = new StringBuilder(Engines.webhook("gatekeeper", ""));
      List<Constraint> constraints =
          java.util.stream.IntStream.range(0, random.nextInt(6))
              .mapToObj(i -> constraint(random))
              .toList();
      for (int i = 0; i < constraints.size(); i++) {
        yaml.append(constraints.get(i).yaml(i));
      }
      List<String> teams = NAMES.stream().map(name -> one(random, List.of("a", "b"))).toList();
      for (int i = 0; i < NAMES.size(); i++) {
        yaml.append(Engines.namespace(NAMES.get(i), "team: " + teams.get(i)));
      }
      var found = Admission.of(Manifests.snapshot(yaml.toString()));
      for (int i = 0; i < NAMES.size(); i++) {
        Set<String> expected = new TreeSet<>();
        for (Constraint constraint : constraints) {
          if (constraint.stops(NAMES.get(i), teams.get(i))) {
            expected.addAll(Controls.ofLibrary(constraint.kind()));
          }
        }
        assertThat(found.get(NAMES.get(i)).stops())
            .as("seed %d: %s\n%s", seed, NAMES.get(i), yaml)
            .containsExactlyElementsOf(expected);
      }
    }
  }

  @Test
  void patternsMeetWhatTheirRegularExpressionMeets() {
    for (int seed = 0; seed < 3000; seed++) {
      var random = new Random(seed);
      String pattern = text(random, "ab*?", 6);
      String name = text(random, "ab", 6);
      assertThat(Wildcards.meets(pattern, name))
          .as("%s meets %s", pattern, name)
          .isEqualTo(regex(pattern, name));
    }
  }

  private static Constraint constraint(Random random) {
    return new Constraint(
        one(random, KINDS),
        random.nextBoolean() ? List.of() : List.of(one(random, PATTERNS), one(random, PATTERNS)),
        random.nextBoolean() ? List.of() : List.of(one(random, PATTERNS)),
        one(random, List.of("", "a", "b")),
        random.nextInt(4) == 0);
  }

  private static boolean regex(String pattern, String name) {
    return name.matches(pattern.replace("*", "[a-z-]*").replace("?", "[a-z-]"));
  }

  private static String text(Random random, String letters, int longest) {
    var text = new StringBuilder();
    for (int i = random.nextInt(longest); i > 0; i--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
