package dev.plumbline.inventory.fact.admission.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.fact.admission.cel.Meter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Patterns on made-up pods, against what each of them means in plain words. */
class PatternsPropertyTests {

  private static final List<String> LISTS = List.of("containers", "initContainers");

  static Stream<Arguments> patterns() {
    return Stream.of(
        meaning(
            "{containers: [{=(securityContext): {=(privileged): 'false'}}]}",
            pod -> containers(pod).noneMatch(c -> is(security(c), "privileged", true))),
        meaning(
            "{containers: [{securityContext: {privileged: false}}]}",
            pod -> containers(pod).allMatch(c -> is(security(c), "privileged", false))),
        meaning(
            "{=(volumes): [{X(hostPath): x}]}",
            pod -> maps(pod, "volumes").noneMatch(v -> v.containsKey("hostPath"))),
        meaning(
            "{containers: [{=(ports): [{=(hostPort): '0 | >8000 & !9000 | 100-200'}]}]}",
            pod ->
                ports(pod)
                    .allMatch(p -> p == 0 || (p > 8000 && p != 9000) || p >= 100 && p <= 200)),
        meaning(
            "{containers: [{=(ports): [{=(hostPort): '80!-8080'}]}]}",
            pod -> ports(pod).allMatch(p -> p < 80 || p > 8080)),
        meaning(
            "{containers: [{image: 'a/* | b?/*:1 | !*/*'}]}",
            pod -> containers(pod).allMatch(c -> image(Documents.text(c, "image")))),
        meaning(
            "{^(containers): [{image: 'a/*'}]}",
            pod -> containers(pod).anyMatch(c -> Documents.text(c, "image").startsWith("a/"))),
        meaning(
            "{containers: [{(image): 'a/*', securityContext: {privileged: false}}]}",
            pod ->
                containers(pod)
                    .filter(c -> Documents.text(c, "image").startsWith("a/"))
                    .allMatch(c -> is(security(c), "privileged", false))),
        meaning(
            "{<(hostPID): true, containers: [{image: 'a/*'}]}",
            pod ->
                Boolean.FALSE.equals(pod.get("hostPID"))
                    || containers(pod).allMatch(c -> Documents.text(c, "image").startsWith("a/"))),
        meaning("{=(hostPID): false}", pod -> !Boolean.TRUE.equals(pod.get("hostPID"))),
        meaning("{hostPID: '*'}", pod -> pod.containsKey("hostPID")),
        meaning(
            "{containers: [{=(securityContext): {=(capabilities): {=(add): 'A | B'}}}]}",
            pod ->
                containers(pod)
                    .flatMap(c ->
                        Documents.texts(Documents.map(security(c), "capabilities"), "add").stream())
                    .allMatch(List.of("A", "B")::contains)),
        meaning(
            "{containers: [{=(memory): '<=1Gi & >100M'}]}",
            pod ->
                containers(pod)
                    .map(c -> Documents.text(c, "memory"))
                    .allMatch(m -> List.of("", "1Gi", "512Mi", "1024M").contains(m))));
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void aPatternIsMetWhereItsMeaningIs(String pattern, Predicate<Map<String, Object>> meaning) {
    Object parsed = longs(new Load(LoadSettings.builder().build()).loadFromString(pattern));
    int met = 0;
    for (int seed = 0; seed < 500; seed++) {
      Map<String, Object> pod = pod(new Random(seed));
      var patterns = new Patterns(new Meter(1_000_000));
      boolean admitted = patterns.of(pod, parsed) != Outcome.FAILED;
      assertThat(admitted).as("%s on %s", pattern, pod).isEqualTo(meaning.test(pod));
      met += admitted ? 1 : 0;
    }
    assertThat(met).as("both outcomes occur").isBetween(1, 499);
  }

  private static Arguments meaning(String pattern, Predicate<Map<String, Object>> meaning) {
    return Arguments.of(pattern, meaning);
  }

  private static Map<String, Object> pod(Random random) {
    var pod = new LinkedHashMap<String, Object>();
    maybe(random, pod, "hostPID", random.nextBoolean());
    pod.put("containers", many(random, 1, PatternsPropertyTests::container));
    maybe(random, pod, "initContainers", many(random, 0, PatternsPropertyTests::container));
    maybe(random, pod, "volumes", many(random, 0, PatternsPropertyTests::volume));
    return pod;
  }

  private static Map<String, Object> container(Random random) {
    var container = new LinkedHashMap<String, Object>();
    container.put("image", one(random, "a/x", "a/y:1", "bb/x:1", "b/x:1", "c", "c/x:2"));
    maybe(random, container, "memory", one(random, "1Gi", "512Mi", "2Gi", "100M", "1024M", "x"));
    var security = new LinkedHashMap<String, Object>();
    maybe(random, security, "privileged", random.nextBoolean());
    List<String> added = List.of(one(random, "A", "B", "C"), one(random, "A", "B"));
    maybe(random, security, "capabilities", Map.of("add", added));
    maybe(random, container, "securityContext", security);
    long port =
        Long.parseLong(one(random, "0", "80", "79", "100", "150", "201", "8080", "8081", "9000"));
    maybe(random, container, "ports", List.of(Map.of("hostPort", port)));
    return container;
  }

  private static Map<String, Object> volume(Random random) {
    return random.nextInt(4) == 0
        ? Map.of("name", "v", "hostPath", Map.of("path", "/"))
        : Map.of("name", "v", "emptyDir", Map.of());
  }

  private static List<Map<String, Object>> many(
      Random random, int least, java.util.function.Function<Random, Map<String, Object>> make) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = random.nextInt(3) + least; i > 0; i--) {
      all.add(make.apply(random));
    }
    return all;
  }

  private static void maybe(Random random, Map<String, Object> map, String field, Object value) {
    if (random.nextInt(3) > 0) {
      map.put(field, value);
    }
  }

  private static String one(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }

  private static Stream<Map<String, Object>> maps(Map<String, Object> pod, String field) {
    return Documents.maps(pod, field).stream();
  }

  private static Stream<Map<String, Object>> containers(Map<String, Object> pod) {
    return maps(pod, LISTS.getFirst());
  }

  private static Map<String, Object> security(Map<String, Object> container) {
    return Documents.map(container, "securityContext");
  }

  private static Stream<Long> ports(Map<String, Object> pod) {
    return containers(pod).flatMap(c -> maps(c, "ports")).map(p -> (Long) p.get("hostPort"));
  }

  private static boolean is(Map<String, Object> map, String field, Object value) {
    return value.equals(map.get(field));
  }

  private static boolean image(String image) {
    return image.startsWith("a/") || image.matches("b./.*:1") || !image.contains("/");
  }

  private static Object longs(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, inner) -> copy.put(String.valueOf(key), longs(inner)));
        yield copy;
      }
      case List<?> list -> list.stream().map(PatternsPropertyTests::longs).toList();
      case Integer number -> number.longValue();
      default -> value;
    };
  }
}
