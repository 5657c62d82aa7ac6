package dev.plumbline.inventory.fact.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrantsTests {

  private static final List<String> VERBS = List.of("get", "create", "*");
  private static final List<String> GROUPS = List.of("", "apps", "*");
  private static final List<String> RESOURCES = List.of("pods", "pods/exec", "*/exec", "*", "jobs");

  /** Held against asking every rule for every verb. */
  @Test
  void someRuleGrantsOneOfTheVerbs() {
    for (int seed = 0; seed < 3000; seed++) {
      var random = new Random(seed);
      List<Rule> rules = Stream.generate(() -> rule(random)).limit(random.nextInt(3)).toList();
      List<String> verbs = some(random, List.of("get", "create", "*", "list"));
      String group = one(random, GROUPS);
      String resource = one(random, RESOURCES);
      boolean granted =
          rules.stream()
              .filter(rule -> rule.resourceNames().isEmpty())
              .anyMatch(rule -> verbs.stream().anyMatch(it -> rule.grants(it, group, resource)));
      assertThat(new Grants(rules).any(verbs, group, resource))
          .as("%s: %s %s %s", rules, verbs, group, resource)
          .isEqualTo(granted);
    }
  }

  private static Rule rule(Random random) {
    return new Rule(
        some(random, GROUPS),
        some(random, RESOURCES),
        random.nextInt(4) == 0 ? List.of("one") : List.of(),
        some(random, VERBS),
        List.of());
  }

  private static List<String> some(Random random, List<String> all) {
    return all.stream().filter(it -> random.nextInt(3) == 0).toList();
  }

  private static String one(Random random, List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}
