package dev.plumbline.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.cel.DevCel;
import dev.plumbline.check.cel.EvaluationFailed;
import dev.plumbline.check.cel.Expression;
import dev.plumbline.check.cel.FastCel;
import dev.plumbline.check.cel.Language;
import dev.plumbline.check.cel.Together;
import dev.plumbline.check.cel.UnknownAnswer;
import dev.plumbline.check.cel.WithOffender;
import dev.plumbline.inventory.FieldMaps;
import dev.plumbline.inventory.shape.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Expressions written as code and evaluated together say what dev.cel says of each alone. */
class TogetherTests {

  private static final Vocabulary WORDS = new Vocabulary(AllFacts.list());
  private static final List<String> EXPRESSIONS =
      List.of(
          "workload.containers.filter(c, c.?securityContext.?privileged.orValue(false))",
          "workload.containers.filter(c, !c.?securityContext.?privileged.orValue(true))",
          "workload.containers.filter(c, !('cpu' in c.?resources.?limits.orValue({})))",
          "workload.containers.map(c, c.name + ' of ' + workload.name + ' in ' + c.list)",
          "workload.kind == 'Pod' ? [] : workload.containers.filter(c, c.?image.orValue('') != '')",
          "(workload.kind == 'Pod' ? workload.containers : []).filter(c, c.?tty.orValue(true))",
          "workload.containers.map(c, c.?env.orValue([]).filter(e, e.?value.orValue('') == 'x')"
              + ".map(e, c.name + e.name)).flatten()",
          "workload.containers.filter(c, workload.containers.exists(o, o.name < c.name"
              + " && o.?image.orValue('') == c.?image.orValue('')))",
          "cel.bind(all, workload.containers.map(c, c.name), all.distinct().size() < all.size()"
              + " ? all : [])",
          "cel.bind(image, workload.spec.?nodeName.orValue('a'),"
              + " workload.containers.filter(c, c.?image.orValue('') == image))",
          "workload.containers.exists(c, c.?tty.orValue(false)) || workload.spec.?hostPID"
              + ".orValue(false) ? ['pod'] : []",
          "workload.containers.all(c, c.?image.orValue('').matches('^a')) ? [workload.kind] : []",
          "workload.spec.?securityContext.?runAsUser.orValue(1) == 0 ? ['pod'] : []",
          "[workload.spec.?securityContext.?runAsUser.orValue(-1)].filter(u, u < 1)"
              + " + [workload.spec.?securityContext.?runAsGroup.orValue(-1)]",
          "workload.metadata.?labels.orValue({}).filter(l, l.startsWith('a') || l in ['b', 'c'])",
          "workload.metadata.?labels[?'a'].orValue('') != '' ? [workload.metadata.?labels] : []",
          "[{'pod': workload.spec.?securityContext}].map(m, m.map(k, k)).flatten()",
          "type(dyn(workload.spec.?nodeName.orValue(''))) == string ? [1, 2] : [3]",
          "namespace.metadata.name == workload.namespace ? [namespace.metadata.name] : []");

  private final Map<String, Type> variables = WORDS.variables(Words.WORKLOAD);
  private final Language fast = new FastCel(WORDS);
  private final Language oracle = new DevCel(WORDS);

  @Test
  void saysTheSameOfUsualAndOddDocuments() {
    Together together = together(EXPRESSIONS);
    List<Expression> alone = compiled(oracle, EXPRESSIONS);
    assertThat(together.members()).allMatch(member -> Together.of(member).isPresent());
    for (int seed = 0; seed < 2000; seed++) {
      Map<String, Object> document = bound(new Random(seed));
      Map<String, Object> gathered = together.gathered(document);
      for (int i = 0; i < EXPRESSIONS.size(); i++) {
        assertThat(said(together.members().get(i), gathered))
            .as("%s of %s", EXPRESSIONS.get(i), document)
            .isEqualTo(said(alone.get(i), document));
      }
    }
  }

  @Test
  void speaksOfOneOffenderAfterTheOther() {
    var more = new HashMap<>(variables);
    more.put("offender", Type.ANY);
    String text =
        "'container ' + offender.?name.orValue('') + ' of ' + workload.name + ': ' +"
            + " offender.?name.orValue('')";
    var together =
        new Together(
            List.of(fast.compile(text, more, Type.TEXT).expression()),
            PodShapes.SURE,
            "containers");
    Map<String, Object> gathered = together.gathered(bound(new Random(1)));
    Expression message = together.members().getFirst();
    for (String name : List.of("one", "other")) {
      assertThat(message.evaluate(new WithOffender(gathered, Map.of("name", name))))
          .isEqualTo("container " + name + " of w: " + name);
    }
  }

  @Test
  void readsWhatSeveralReadOnce() {
    var reads = new ArrayList<Object>();
    var spec =
        new HashMap<String, Object>() {
          @Override
          public Object get(Object name) {
            reads.add(name);
            return super.get(name);
          }
        };
    spec.put("securityContext", Map.of("runAsUser", 0L, "runAsGroup", 0L));
    Map<String, Object> document = bound(spec, Map.of(), List.of());
    Together together = together(EXPRESSIONS);
    Map<String, Object> gathered = together.gathered(document);
    together.members().forEach(member -> member.evaluate(gathered));
    assertThat(reads).containsOnlyOnce("securityContext");
  }

  private Together together(List<String> expressions) {
    return new Together(compiled(fast, expressions), PodShapes.SURE, "containers");
  }

  private List<Expression> compiled(Language language, List<String> expressions) {
    return expressions.stream()
        .map(one -> language.compile(one, variables, new Type.ListOf(Type.ANY)).expression())
        .toList();
  }

  private static Object said(Expression expression, Map<String, Object> bound) {
    try {
      return expression.evaluate(bound);
    } catch (UnknownAnswer e) {
      return e.outcome();
    } catch (EvaluationFailed e) {
      return "failed";
    }
  }

  private static Map<String, Object> bound(Random random) {
    var containers = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      containers.add(maybe(random, container(random)));
    }
    var spec = some(random, Map.of("nodeName", "a", "hostPID", true));
    some(random, Map.of("securityContext", some(random, Map.of("runAsUser", 0L, "runAsGroup", 7L))))
        .forEach((name, value) -> spec.put(name, maybe(random, value)));
    var metadata =
        some(random, Map.of("labels", some(random, Map.of("a", "1", "b", "", "ab", "x"))));
    return bound(new FieldMaps().deep(spec), new FieldMaps().deep(metadata), containers);
  }

  private static Map<String, Object> bound(
      Map<String, Object> spec, Map<String, Object> metadata, List<?> containers) {
    Map<String, Object> view =
        Map.of(
            "kind",
            containers.size() % 2 == 0 ? "Pod" : "Job",
            "name",
            "w",
            "namespace",
            "n",
            "spec",
            spec,
            "metadata",
            metadata,
            "containers",
            containers);
    return Map.of(
        "workload",
        view,
        "object",
        view,
        "cluster",
        Map.of(),
        "namespace",
        Map.of("metadata", Map.of("name", "n")));
  }

  private static Map<String, Object> container(Random random) {
    Map<String, Object> all =
        some(random, Map.of("image", List.of("a", "b").get(random.nextInt(2)), "tty", true));
    all.put("name", "c" + random.nextInt(3));
    all.put("list", "containers");
    all.putAll(some(random, Map.of("securityContext", Map.of("privileged", random.nextBoolean()))));
    all.putAll(
        some(random, Map.of("resources", some(random, Map.of("limits", Map.of("cpu", "1"))))));
    all.putAll(some(random, Map.of("env", List.of(Map.of("name", "N", "value", "x")))));
    all.replaceAll((name, value) -> maybe(random, value));
    return new FieldMaps().deep(all);
  }

  private static Map<String, Object> some(Random random, Map<String, Object> fields) {
    var kept = new HashMap<>(fields);
    kept.keySet().removeIf(name -> random.nextInt(3) == 0);
    return kept;
  }

  /** Seldom something of another kind. */
  private static Object maybe(Random random, Object value) {
    return random.nextInt(30) > 0
        ? value
        : List.of("text", 7L, true, List.of("a"), Map.of("b", 1L)).get(random.nextInt(5));
  }
}
