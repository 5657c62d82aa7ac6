package dev.plumbline.inventory.fact.admission.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTests {

  private static final CelOptions OPTIONS = CelOptions.current().enableReservedIds(false).build();
  private static final CelCompiler COMPILER =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setOptions(OPTIONS)
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addLibraries(
              CelExtensions.optional(),
              CelExtensions.strings(),
              CelExtensions.bindings(),
              CelExtensions.sets(OPTIONS))
          .addVar("object", SimpleType.DYN)
          .build();
  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.standardCelRuntimeBuilder()
          .setOptions(OPTIONS)
          .addLibraries(
              CelExtensions.optional(), CelExtensions.strings(), CelExtensions.sets(OPTIONS))
          .build();

  private static final Map<String, Object> POD =
      Map.of(
          "kind",
          "Pod",
          "metadata",
          Map.of("name", "p", "labels", Map.of("a", "1", "b", "2")),
          "spec",
          Map.of(
              "hostPID",
              true,
              "priority",
              7L,
              "ratio",
              0.5,
              "containers",
              List.of(
                  Map.of("name", "x", "image", "r.io/a:1", "securityContext", Map.of("n", 0L)),
                  Map.of("name", "y", "image", "r.io/b"))));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "object.kind == 'Pod' && object.spec.priority > 3",
        "object.spec.absent == 1",
        "object.spec.absent == 1 || object.spec.hostPID",
        "object.spec.absent == 1 && !object.spec.hostPID",
        "!(object.spec.absent == 1 && !object.spec.hostPID)",
        "object.spec.absent == 1 || !object.spec.hostPID",
        "has(object.spec.hostPID) && !has(object.spec.hostIPC)",
        "has(object.spec.absent.deeper)",
        "object.spec.?hostIPC.orValue(false)",
        "object.spec.?hostPID.orValue(false)",
        "object.spec.containers[?5].hasValue()",
        "object.spec.containers[5].name == ''",
        "object.?absent.or(optional.of(4)).value() == 4",
        "optional.none().value() == 1",
        "object.spec.?priority.optMap(p, p + 1).orValue(0) == 8",
        "object.spec.containers.all(c, c.image.startsWith('r.io/'))",
        "object.spec.containers.all(c, has(c.securityContext))",
        "object.spec.containers.all(c, c.securityContext.n == 0)",
        "object.spec.containers.exists(c, c.securityContext.n == 0)",
        "object.spec.containers.exists(c, c.securityContext.n == 1)",
        "object.spec.containers.exists_one(c, c.image.contains(':'))",
        "object.spec.containers.map(c, c.name) == ['x', 'y']",
        "object.spec.containers.filter(c, c.name != 'x').size() == 1",
        "object.spec.containers.map(c, c.name == 'x', c.image)[0] == 'r.io/a:1'",
        "object.metadata.labels.all(k, object.metadata.labels[k] in ['1', '2'])",
        "'a' in object.metadata.labels && !('c' in object.metadata.labels)",
        "object.metadata.labels == {'b': '2', 'a': '1'}",
        "dyn(1) in [1.0, 2.0]",
        "object.spec.priority == 7.0 && object.spec.ratio < 1.0",
        "object.spec.priority / 2 == 3 && object.spec.priority % 2 == 1",
        "object.spec.priority / 0 == 1",
        "9223372036854775807 + object.spec.priority > 0",
        "-object.spec.priority == -7 && object.spec.priority - 8 == -1",
        "object.spec.priority * 2 == 14 && object.spec.ratio * 2.0 == 1.0",
        "object.kind < 'Q' && object.kind >= 'Pod' && !(object.kind > 'Pod')",
        "object.spec.hostPID ? object.kind == 'Pod' : object.absent",
        "object.spec.priority ? true : false",
        "object.kind + 's' == 'Pods' && ([1] + [2]).size() == 2",
        "object.kind == null",
        "object.kind != null",
        "type(object.kind) == string && type(object.spec) == map",
        "int('12') == 12 && string(12) == '12' && double(2) == 2.0",
        "int('x') == 12",
        "dyn(object.kind).matches('^P.d$') && matches(object.kind, 'o')",
        "object.kind.matches('(')",
        "'a,b,c'.split(',') == ['a', 'b', 'c'] && 'a,b,c'.split(',', 2) == ['a', 'b,c']",
        "'a,b'.split(',', 0).size() == 0 && 'ab'.split(',') == ['ab']",
        "['', 'b'].join('-') == '-b' && [].join() == ''",
        "'hello'.substring(1, 3) == 'el' && 'hello'.substring(4) == 'o'",
        "'hello'.substring(4, 9) == 'o'",
        "'hello'.replace('l', 'L') == 'heLLo' && 'hello'.replace('l', 'L', 1) == 'heLlo'",
        "'hello'.indexOf('l') == 2 && 'hello'.lastIndexOf('l') == 3",
        "'hello'.indexOf('l', 3) == 3 && 'hello'.indexOf('x') == -1",
        "'hello'.charAt(1) == 'e' && 'hello'.charAt(5) == ''",
        "'hello'.charAt(6) == ''",
        "' Ab '.trim() == 'Ab' && 'Ab'.lowerAscii() == 'ab' && 'Ab'.upperAscii() == 'AB'",
        "size('abc') == 3 && [1, 2].size() == 2 && {'a': 1}.size() == 1",
        "sets.contains([1, 2, 3], [2]) && !sets.contains([1], [1, 2])",
        "sets.intersects(['a'], ['b', 'a']) && sets.equivalent([1, 2, 1], [2, 1])",
        "cel.bind(n, object.spec.priority, n * n == 49)",
        "cel.bind(n, object.spec.absent, true)",
        "object.spec.containers[0].image == object['spec']['containers'][0]['image']",
        "object['spec']['absent'] == 1",
        "[1, 2][dyn(1.0)] == 2",
        "{'x': 1, ?'y': object.?absent} == {'x': 1} && [1, ?object.?absent] == [1]",
        "object.spec.priority > 'x'",
        "object.spec.priority == 'x'",
        "object.spec.priority && true",
        "object.kind.startsWith(1)",
        "[[1, [2]], {'a': [1]}] == [[1, [2.0]], {'a': [1]}]",
        "!object.kind"
      })
  void expressionsYieldWhatTheReferenceYields(String source) throws Exception {
    assertThat(ours(source)).as(source).isEqualTo(reference(source));
  }

  private static Object ours(String source) {
    try {
      return parse(source)
          .value(
              name -> Optional.<Object>of(POD).filter(pod -> name.equals("object")),
              new Meter(1_000_000));
    } catch (Failed failed) {
      return "failed";
    }
  }

  private static Object reference(String source) throws CelEvaluationException {
    try {
      return RUNTIME.createProgram(COMPILER.compile(source).getAst()).eval(Map.of("object", POD));
    } catch (CelEvaluationException | CelValidationException e) {
      return "failed";
    }
  }

  @Test
  void whatKubernetesAddsYieldsWhatItsPagesSay() {
    assertThat(ours("quantity('1Gi').isGreaterThan(quantity('1G'))")).isEqualTo(true);
    assertThat(ours("quantity('500m').compareTo(quantity('0.5')) == 0")).isEqualTo(true);
    assertThat(ours("quantity('1') == quantity('1000m')")).isEqualTo(true);
    assertThat(ours("isQuantity('64Mi') && !isQuantity('64 Mi')")).isEqualTo(true);
    assertThat(ours("object.?spec.?containers[0].?image.orValue('none') == 'r.io/a:1'"))
        .isEqualTo(true);
    assertThat(ours("object.?nothing.?containers[0].?image.orValue('none') == 'none'"))
        .isEqualTo(true);
    assertThat(ours("quantity('x').sign() == 1")).isEqualTo("failed");
    assertThat(ours("'abc 123 x45'.find('[0-9]+') == '123'")).isEqualTo(true);
    assertThat(ours("'abc 123 x45'.findAll('[0-9]+') == ['123', '45']")).isEqualTo(true);
    assertThat(ours("[1, 3, 2].max() == 3 && [1, 2].isSorted() && [1, 2].sum() == 3"))
        .isEqualTo(true);
    assertThat(ours("['a', 'b'].indexOf('b') == 1 && ['a', 'a'].lastIndexOf('a') == 1"))
        .isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "object.spec.(",
        "authorizer.group('').check('x').allowed()",
        "resource.Get('v1', 'pods', 'a', 'b') != null",
        "ip('10.0.0.1').isLoopback()",
        "timestamp('2026-01-01T00:00:00Z') == object.t",
        "1u == object.spec.priority"
      })
  void whatIsNotKnownHereIsSaidSo(String source) {
    assertThatThrownBy(() -> ours(source))
        .isInstanceOf(NotUnderstood.class)
        .hasMessageMatching("(?s)(uses|cannot be parsed).*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "['x'].map(a, a + a).map(a, a + a).map(a, a + a).map(a, a + a).map(a, a + a).size() == 1",
        "['x'].map(a, a.replace('x', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')).size() == 1"
      })
  void whatIsShortIsEvaluated(String source) {
    assertThat(ours(source)).isEqualTo(true);
  }

  @Test
  void whatNeverEndsIsStopped() {
    String ten = "[0,1,2,3,4,5,6,7,8,9]";
    String loops = ten + ".all(%s, ";
    var nested = new StringBuilder();
    for (String name : List.of("a", "b", "c", "d", "e", "f")) {
      nested.append(loops.formatted(name));
    }
    String slow = nested + "true" + ")".repeat(6);
    String doubled = "['x']" + ".map(a, a + a)".repeat(60) + ".size() == 1";
    String lists = "[[1]]" + ".map(a, [a, a])".repeat(60) + " == []";
    String same = "cel.bind(v, [[1]]" + ".map(a, [a, a])".repeat(60) + ", v == v)";
    String replaced = "['x']" + ".map(a, a.replace('x', 'xxxx'))".repeat(60) + " == []";
    for (String source : List.of(slow, doubled, same, replaced)) {
      assertThatThrownBy(() -> ours(source)).as(source).isInstanceOf(NotUnderstood.class);
    }
    assertThat(ours(lists)).isEqualTo(false);
  }

  @Test
  void whatIsTooDeepIsNotUnderstood() {
    for (String source :
        List.of(
            "1" + "+1".repeat(9000) + " == 1",
            "object" + ".a".repeat(9000),
            "(".repeat(9000) + "1" + ")".repeat(9000),
            "[".repeat(9000) + "]".repeat(9000))) {
      assertThat(outcome(source)).as(source.substring(0, 20)).isIn("not understood", "failed");
    }
  }

  private static Object outcome(String source) {
    try {
      return ours(source);
    } catch (NotUnderstood e) {
      return "not understood";
    }
  }

  private static Expression parse(String source) {
    return Expression.parse(source, Set.of("object"));
  }
}
