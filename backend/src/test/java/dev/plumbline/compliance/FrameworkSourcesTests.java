package dev.plumbline.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FrameworkSourcesTests {

  private static final @Nullable String SHARED = System.getenv("PLUMBLINE_SHARED");
  private static final JsonMapper JSON = new JsonMapper();

  /** Seen by the API, but no check and no idea stands for them. */
  private static final Set<String> NOT_JUDGED =
      Set.of(
          "Nodes run Container-Optimized OS with containerd",
          "Google-managed certificates are used");

  private final Frameworks frameworks = Frameworks.shipped();

  @BeforeEach
  void sourcesAreThere() {
    assumeTrue(SHARED != null, "PLUMBLINE_SHARED does not name the folder that holds compliance/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pci-dss-4.0.1", "hipaa-security-rule", "gdpr"})
  void regulationsSayWhatTheirSourcesSay(String id) {
    Framework framework = frameworks.find(id).orElseThrow();
    JsonNode source = source("frameworks/" + id + ".json");
    assertThat(framework.sections())
        .isEqualTo(stream(source.get("groups")).map(FrameworkSourcesTests::section).toList());
    List<JsonNode> controls = stream(source.get("controls")).toList();
    assertThat(framework.controls()).hasSameSizeAs(controls);
    for (int at = 0; at < controls.size(); at++) {
      assertSame(framework.controls().get(at), controls.get(at));
    }
  }

  @Test
  void everyItemOfCisIsThere() {
    List<JsonNode> items = stream(source("cis.json")).toList();
    List<Control> controls = frameworks.find("cis-1.12").orElseThrow().controls();
    assertThat(controls).hasSameSizeAs(items);
    for (int at = 0; at < items.size(); at++) {
      assertItem(controls.get(at), items.get(at));
    }
  }

  @ParameterizedTest
  @CsvSource({"cis-eks-1.8.0, EKS", "cis-gke-1.9.0, GKE", "cis-aks-1.8, AKS"})
  void everyItemOfAManagedEditionIsThere(String id, String provider) {
    List<JsonNode> items =
        stream(source("cis-managed.json").get(provider).get("recommendations")).toList();
    List<Control> controls = frameworks.find(id).orElseThrow().controls();
    assertThat(controls).hasSameSizeAs(items);
    for (int at = 0; at < items.size(); at++) {
      assertManaged(controls.get(at), items.get(at));
    }
  }

  private static void assertManaged(Control control, JsonNode item) {
    assertThat(control.id()).isEqualTo(text(item, "id"));
    assertThat(control.parent()).isEqualTo(text(item, "section"));
    assertThat(control.topic()).isEqualTo(text(item, "short_title"));
    assertThat(control.traits())
        .containsEntry("profile", text(item, "profile"))
        .containsEntry("assessment", text(item, "assessment"))
        .containsEntry("observable", text(item, "observable"));
    switch (text(item, "observable")) {
      case "manual" -> assertThat(control.kind()).isEqualTo(ControlKind.MANUAL);
      case "node-only", "kubelet-configmap" ->
          assertThat(control.kind()).isEqualTo(ControlKind.NODE_ONLY);
      default ->
          assertThat(control.kind().machineCheckable())
              .as(control.topic())
              .isEqualTo(!NOT_JUDGED.contains(control.topic()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nist-800-53-r5, nist_800_53",
    "soc-2, soc2",
    "iso-27001-2022, iso27001_2022",
    "mitre-attack-containers, mitre_attack"
  })
  void mappingsWantWhatTheirSourcePairs(String id, String key) {
    var pairs = new TreeMap<String, Set<String>>();
    var backed = new TreeMap<String, Integer>();
    var mapped = new TreeSet<String>();
    for (JsonNode concept : source("mappings.json").get("concepts")) {
      mapped.add(text(concept, "concept"));
      texts(concept, key)
          .forEach(ref ->
              pairs.computeIfAbsent(ref, any -> new TreeSet<>()).add(text(concept, "concept")));
      texts(concept.path("backed_refs"), key).forEach(ref -> backed.merge(ref, 1, Integer::sum));
    }
    Framework framework = frameworks.find(id).orElseThrow();
    assertThat(framework.controls()).extracting(Control::id).hasSameElementsAs(pairs.keySet());
    for (Control control : framework.controls()) {
      assertThat(wanted(control, mapped)).as(control.id()).isEqualTo(pairs.get(control.id()));
      assertThat(control.mapping().sourcedPairs())
          .as(control.id())
          .isEqualTo(backed.getOrDefault(control.id(), 0));
      assertThat(control.mapping().sourced()).isEqualTo(backed.containsKey(control.id()));
    }
  }

  /** An idea that no peer has follows its objective, and is in no mapping. */
  private Set<String> wanted(Control control, Set<String> mapped) {
    return frameworks.concepts(control).stream()
        .map(Concept::id)
        .filter(mapped::contains)
        .collect(Collectors.toSet());
  }

  private void assertSame(Control control, JsonNode source) {
    assertThat(control.id()).isEqualTo(text(source, "id"));
    assertThat(control.parent()).isEqualTo(text(source, "parent"));
    assertThat(control.topic()).isEqualTo(text(source, "topic"));
    assertThat(word(control.kind())).isEqualTo(text(source, "kind"));
    assertThat(control.kindManaged() == null ? "" : word(control.kindManaged()))
        .isEqualTo(text(source, "kind_managed"));
    assertThat(control.mapping().objectives()).isEqualTo(texts(source, "objectives"));
    assertThat(control.mapping().plus()).isEqualTo(texts(source, "plus"));
    assertThat(control.mapping().minus()).isEqualTo(texts(source, "minus"));
    assertThat(control.evidence()).isEqualTo(text(source, "evidence"));
    assertThat(control.ask()).isEqualTo(text(source, "ask"));
    assertThat(control.mapping().sourced()).isEqualTo(text(source, "confidence").equals("sourced"));
    assertThat(control.mapping().sourcedPairs()).isEqualTo(source.path("sourced_pairs").asInt(0));
    assertThat(control.provider()).isEqualTo(fields(source.path("provider")));
    var traits = new TreeMap<String, String>();
    for (String trait : List.of("type", "duty", "applies", "scope", "needs")) {
      if (source.has(trait)) {
        traits.put(trait, text(source, trait));
      }
    }
    assertThat(control.traits()).isEqualTo(traits);
    assertSees(control, source.path("sees"));
  }

  private void assertSees(Control control, JsonNode sees) {
    assertThat(frameworks.concepts(control)).hasSize(sees.path("concepts").asInt(0));
    assertThat(readable(control, Hosting.SELF_MANAGED))
        .isEqualTo(sees.path("self_managed").asInt(0));
    assertThat(readable(control, Hosting.MANAGED)).isEqualTo(sees.path("managed").asInt(0));
  }

  private long readable(Control control, Hosting hosting) {
    return frameworks.concepts(control).stream()
        .filter(concept -> concept.seenBy().readableOn(hosting))
        .count();
  }

  private static void assertItem(Control control, JsonNode item) {
    assertThat(control.id()).isEqualTo(text(item, "id"));
    assertThat(control.parent()).isEqualTo(text(item, "section"));
    assertThat(control.topic()).isEqualTo(text(item, "short_title"));
    assertThat(control.evidence()).isEqualTo(text(item, "check_hint"));
    assertThat(control.traits())
        .isEqualTo(
            Map.of(
                "level", item.get("level").asString(),
                "profile", text(item, "profile"),
                "assessment", text(item, "assessment"),
                "observable", text(item, "observable")));
    assertThat(control.kind())
        .isEqualTo(
            switch (text(item, "observable")) {
              case "manual" -> ControlKind.MANUAL;
              case "node-only" -> ControlKind.NODE_ONLY;
              default -> ControlKind.EVIDENCE;
            });
  }

  private static Framework.Section section(JsonNode group) {
    return new Framework.Section(text(group, "id"), text(group, "parent"), text(group, "topic"));
  }

  private static String word(ControlKind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asString("");
  }

  private static List<String> texts(JsonNode node, String key) {
    return stream(node.path(key)).map(JsonNode::asString).toList();
  }

  private static Map<String, String> fields(JsonNode node) {
    return node.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().asString()));
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode source(String file) {
    return JSON.readTree(Path.of(Objects.requireNonNull(SHARED), "compliance", file).toFile());
  }
}
