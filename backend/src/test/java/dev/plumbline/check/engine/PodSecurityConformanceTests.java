package dev.plumbline.check.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.Outcome;
import dev.plumbline.check.PodSecurity;
import dev.plumbline.check.PodSecurity.Level;
import dev.plumbline.check.PodSecurity.Violation;
import dev.plumbline.check.catalogue.CheckFolders;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The standards' own fixtures, and the verdicts of a real API server. */
class PodSecurityConformanceTests {

  private static final Catalogue CATALOGUE = pss();
  private static final PodSecurity POD_SECURITY =
      new CelPodSecurity(CATALOGUE, EngineConfiguration.compiler(List.of()));

  @Test
  void everyFixtureIsJudgedByTheNamedControlOnly() {
    List<Fixture> fixtures = fixtures();
    var wrong = new ArrayList<String>();
    for (Fixture fixture : fixtures) {
      Set<String> violated =
          POD_SECURITY.violations(fixture.pod.document(), fixture.level, fixture.version).stream()
              .map(Violation::control)
              .collect(Collectors.toCollection(TreeSet::new));
      fixture.complaint(violated).ifPresent(wrong::add);
    }
    assertThat(wrong).isEmpty();
    assertThat(fixtures).hasSize(4537);
  }

  @Test
  void everyFixtureIsJudgedAlikeInsideAController() {
    var evaluator = new CelEvaluator(CATALOGUE, List.of(), EngineConfiguration.compiler(List.of()));
    var wrong = new ArrayList<String>();
    var byEdition =
        fixtures().stream().collect(Collectors.groupingBy(f -> f.level + " " + f.version.minor()));
    for (List<Fixture> edition : byEdition.values()) {
      Map<ObjectKey, Fixture> wrapped = new HashMap<>();
      var objects = new ArrayList<KubeObject>();
      for (Fixture fixture : edition) {
        for (KubeObject controller : Wrapped.inControllers(fixture.pod, fixture.name())) {
          objects.add(controller);
          wrapped.put(controller.key(), fixture);
        }
      }
      Fixture first = edition.getFirst();
      Map<ObjectKey, Set<String>> violated =
          violated(evaluator, snapshot(objects, first.version), first.level);
      assertThat(violated).hasSameSizeAs(wrapped);
      violated.forEach((key, controls) ->
          wrapped.get(key).complaint(controls).map(c -> key + ": " + c).ifPresent(wrong::add));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void podsOfARealClusterGetTheVerdictsOfItsApiServer() {
    Map<String, JsonNode> truth = new TreeMap<>();
    json("data", "psa-truth.json")
        .get("pods")
        .forEach(p -> truth.put(p.get("namespace").asString() + "/" + p.get("pod").asString(), p));
    var wrong = new ArrayList<String>();
    for (KubeObject object : Recording.snapshot().all(Kind.core("Pod"))) {
      JsonNode wanted = truth.remove(object.key().namespace() + "/" + object.key().name());
      if (wanted != null) {
        for (Level level : List.of(Level.BASELINE, Level.RESTRICTED)) {
          String verdict = wanted.get(level.name().toLowerCase()).asString();
          Set<String> expected = PsaMessages.controls(verdict, level);
          Set<String> actual =
              POD_SECURITY
                  .violations(object.document(), level, ServerVersion.of("v1.35.4"))
                  .stream()
                  .map(Violation::control)
                  .collect(Collectors.toSet());
          if (!expected.equals(actual)) {
            wrong.add(object.key() + " " + level + ": " + actual + " instead of " + expected);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(truth).as("pods of the truth that are not in the dump").isEmpty();
  }

  private static Map<ObjectKey, Set<String>> violated(
      CelEvaluator evaluator, Snapshot snapshot, Level level) {
    var violated = new HashMap<ObjectKey, Set<String>>();
    for (var result : evaluator.evaluate(snapshot).results()) {
      for (var verdict : result.verdicts()) {
        var controls = violated.computeIfAbsent(verdict.subject(), key -> new TreeSet<>());
        if (!(verdict.outcome() instanceof Outcome.Pass)) {
          controls(result.check(), level).forEach(controls::add);
        }
      }
    }
    return violated;
  }

  private static Stream<String> controls(Check check, Level level) {
    return check.benchmark().stream()
        .filter(id ->
            id.startsWith("pss/baseline/")
                || level == Level.RESTRICTED && id.startsWith("pss/restricted/"))
        .map(id -> id.substring(id.lastIndexOf('/') + 1));
  }

  private static Snapshot snapshot(List<KubeObject> objects, ServerVersion version) {
    var readings = new HashMap<Kind, Reading>();
    readings.put(Kind.core("Pod"), new Reading(State.COMPLETE, 0, ""));
    Workloads.CONTROLLERS.forEach(k -> readings.put(k, new Reading(State.COMPLETE, 0, "")));
    return new Snapshot(Instant.EPOCH, version, new Coverage(readings), objects);
  }

  private static Catalogue pss() {
    List<Check> checks =
        CheckFolders.load().all().stream()
            .filter(check -> check.benchmark().stream().anyMatch(id -> id.startsWith("pss/")))
            .toList();
    return Catalogue.of(checks, "pss");
  }

  private static Path shared(String... path) {
    String shared = System.getenv("PLUMBLINE_SHARED");
    assumeThat(shared).as("PLUMBLINE_SHARED names the folder of fixtures").isNotNull();
    return Path.of(shared, path);
  }

  private static JsonNode json(String... path) {
    return JsonMapper.shared().readTree(shared(path).toFile());
  }

  private static List<Fixture> fixtures() {
    try (Stream<Path> files = Files.walk(shared("conformance", "pss"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).map(Fixture::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param stem the control that must be violated, in lower case; empty when none may be
   */
  private record Fixture(
      Path file, Level level, ServerVersion version, String stem, KubeObject pod) {

    static Fixture of(Path file) {
      int names = file.getNameCount();
      boolean fails = file.getName(names - 2).toString().equals("fail");
      String stem = file.getName(names - 1).toString().replaceAll("\\d*\\.yaml$", "");
      return new Fixture(
          file,
          Level.valueOf(file.getName(names - 4).toString().toUpperCase()),
          ServerVersion.of(file.getName(names - 3).toString().replaceAll("$", ".0")),
          fails ? stem : "",
          pod(file));
    }

    private static KubeObject pod(Path file) {
      try {
        return Manifests.objects(Files.readString(file)).getFirst();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String name() {
      String folder = file.getParent().getFileName().toString();
      return folder + "-" + Documents.text(pod.metadata(), "name").replace('_', '-');
    }

    Optional<String> complaint(Set<String> violated) {
      boolean right =
          stem.isEmpty()
              ? violated.isEmpty()
              : violated.stream().anyMatch(control -> names(control.toLowerCase()));
      return right ? Optional.empty() : Optional.of(file + ": " + violated);
    }

    private boolean names(String control) {
      return control.equals(stem)
          || level == Level.RESTRICTED
              && PsaMessages.COVERED.getOrDefault(stem, "").equals(control);
    }
  }
}
