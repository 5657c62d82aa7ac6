package dev.plumbline.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.Catalogue;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.catalogue.CheckFolders;
import dev.plumbline.check.cel.DevCel;
import dev.plumbline.check.cel.FastCel;
import dev.plumbline.check.cel.Language;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.FieldMaps;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Fact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every check through both evaluators: dev.cel is the oracle, ours must say the same. */
class DifferentialTests {

  private static final List<Fact> FACTS = AllFacts.list();
  private static final Catalogue CATALOGUE = CheckFolders.load();
  private static final FastCel FAST = new FastCel(new Vocabulary(FACTS));
  private static CelEvaluator fast = null;
  private static CelEvaluator oracle = null;

  @BeforeAll
  static void compile() {
    fast = evaluator(vocabulary -> FAST);
    oracle = evaluator(DevCel::new);
  }

  private static CelEvaluator evaluator(Function<Vocabulary, Language> language) {
    var vocabulary = new Vocabulary(FACTS);
    return new CelEvaluator(CATALOGUE, FACTS, new Compiler(vocabulary, language.apply(vocabulary)));
  }

  @Test
  void saysTheSameOfEveryFixture() throws IOException {
    for (var file :
        new PathMatchingResourcePatternResolver().getResources("classpath*:checks/*/*/*.yaml")) {
      if (!"check.yaml".equals(file.getFilename())) {
        Fixture fixture = Fixture.of(file.getContentAsString(StandardCharsets.UTF_8));
        agree(fixture.snapshot(RandomCluster.KINDS), file.toString());
        agree(fixture.snapshot(List.of()), file.toString());
      }
    }
  }

  @Test
  void saysTheSameOfMadeUpClusters() {
    for (int seed = 100; seed < 140; seed++) {
      agree(cluster(Manifests.objects(new RandomCluster(seed).manifests())), "seed " + seed);
    }
  }

  /** Values of the wrong type, missing parts, empty lists where something is expected. */
  @Test
  void saysTheSameOfDamagedObjects() {
    for (int seed = 200; seed < 240; seed++) {
      var random = new Random(seed);
      List<KubeObject> damaged =
          Manifests.objects(new RandomCluster(seed).manifests()).stream()
              .map(o ->
                  new KubeObject(
                      o.key(), o.version(), new FieldMaps().deep(damaged(o.document(), random))))
              .toList();
      agree(cluster(damaged), "seed " + seed);
    }
  }

  @Test
  void coversEveryExpression() {
    assertThat(FAST.uncovered()).as("left to dev.cel").isEmpty();
  }

  private static void agree(Snapshot snapshot, String where) {
    List<String> ours = lines(fast.evaluate(snapshot));
    List<String> theirs = lines(oracle.evaluate(snapshot));
    var different = new ArrayList<String>();
    for (int i = 0; i < ours.size(); i++) {
      if (!ours.get(i).equals(theirs.get(i))) {
        different.add(ours.get(i) + " instead of " + theirs.get(i));
      }
    }
    assertThat(different).as(where).isEmpty();
    assertThat(ours).hasSameSizeAs(theirs);
  }

  private static List<String> lines(Assessment assessment) {
    var lines = new ArrayList<String>();
    for (CheckResult result : assessment.results()) {
      lines.add(result.check().id() + " " + result.state() + " " + result.kinds());
      result.verdicts().forEach(verdict -> lines.add(result.check().id() + " " + verdict));
    }
    return lines;
  }

  private static Snapshot cluster(List<KubeObject> objects) {
    var readings = new HashMap<Kind, Reading>();
    RandomCluster.KINDS.forEach(kind -> readings.put(kind, new Reading(State.COMPLETE, 0, "")));
    return Manifests.snapshot(objects, new Coverage(readings));
  }

  private static Map<String, Object> damaged(Map<?, ?> map, Random random) {
    var copy = new LinkedHashMap<String, Object>();
    map.forEach((key, value) -> {
      if (random.nextInt(40) > 0) {
        copy.put(String.valueOf(key), damagedValue(value, random));
      }
    });
    return copy;
  }

  private static Object damagedValue(Object value, Random random) {
    if (random.nextInt(40) == 0) {
      return List.of("text", 7L, 1.5, true, List.of(), Map.of()).get(random.nextInt(6));
    }
    return switch (value) {
      case Map<?, ?> map -> damaged(map, random);
      case List<?> list -> list.stream().map(one -> damagedValue(one, random)).toList();
      default -> value;
    };
  }
}
