package dev.plumbline.inventory.fact.admission.jmespath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.inventory.fact.admission.cel.Meter;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions, against what Kyverno's own interpreter and functions make of them. */
class JmesPathTests {

  /** Expressions made up by chance, with what Kyverno's interpreter found when they were tried. */
  @Test
  void whatIsFoundIsWhatKyvernoFinds() throws IOException {
    List<String> lines = recorded();
    assertThat(lines).hasSizeGreaterThan(500);
    for (String line : lines) {
      String[] cells = line.split("\t");
      assertThat(found(cells[0], Json.read(cells[1])))
          .as("%s in %s", cells[0], cells[1])
          .isEqualTo(cells[2]);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          to_upper('aB');                                     ="AB"
          to_lower('aB');                                     ="ab"
          trim('--a-b-', '-');                                ="a-b"
          trim_prefix('v1.2', 'v');                           ="1.2"
          split('a/b//c', '/');                               =["a","b","","c"]
          replace('a.a.a', '.', '-', `1`);                    ="a-a.a"
          replace_all('a.a.a', '.', '-');                     ="a-a-a"
          regex_match('^a[0-9]+$', 'a12');                    =true
          regex_match('^[0-9]+$', `12`);                      =true
          regex_match('^a$', 'ba');                           =false
          regex_match('a(', 'a');                             failed
          regex_replace_all('([a-z])([0-9])', 'a1b2', '${2}${1}'); ="1a2b"
          regex_replace_all_literal('[0-9]', 'a1b2', '$');    ="a$b$"
          pattern_match('a*c?', 'abbcd');                     =true
          pattern_match('a*c?', 'abbc');                      =false
          label_match(`{"a": "b"}`, `{"a": "b", "c": "d"}`);  =true
          label_match(`{"a": "b"}`, `{"a": "c"}`);            =false
          to_boolean('TRUE');                                 =true
          to_boolean('yes');                                  failed
          equal_fold('Ab', 'aB');                             =true
          compare('a', 'b');                                  =-1
          compare('a', 'b') == `-1`;                          =false
          base64_decode(base64_encode('a'));                  ="a"
          base64_decode('?');                                 failed
          add(`1`, `2.5`);                                    =3.5
          subtract(`1`, `2`);                                 =-1
          multiply(`3`, `2`);                                 =6
          divide(`3`, `2`);                                   =1.5
          divide(`3`, `0`);                                   failed
          modulo(`7`, `4`);                                   =3
          modulo(`7.5`, `4`);                                 failed
          round(`2.345`, `1`);                                =2.3
          sum(`[1, 2, 3]`);                                   =6
          sum(`[]`);                                          failed
          parse_json('{"a": [1]}').a;                         =[1]
          lookup(`{"a": 1}`, 'a');                            =1
          lookup(`[4, 5]`, `1`);                              =5
          lookup(`[4, 5]`, `2`);                              =null
          items(`{"b": 2, "a": 1}`, 'k', 'v');                =[{"k":"a","v":1},{"k":"b","v":2}]
          object_from_lists(`["a", "b"]`, `[1]`);             ={"a":1,"b":null}
          to_upper(`1`);                                      failed
          to_upper('a', 'b');                                 failed
          none('a');                                          failed
          'it\\'s';                                           ="it's"
          `"a\\`b"`;                                          ="a`b"
          "a\\u0062";                                         missing
          """)
  void kyvernosOwnFunctionsAreAsItsDocumentationHasThem(String expression, String result) {
    String found = found(expression, Json.read("{}"));
    assertThat(found).isEqualTo(result.startsWith("=\"") ? plain(result) : result);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time_now()",
        "parse_yaml('a')",
        "add('1Mi', '1Mi')",
        "split('a', '')",
        "random('a')"
      })
  void whatIsNotKnownSaysSo(String expression) {
    assertThatThrownBy(() -> found(expression, null)).isInstanceOf(NotUnderstood.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a.", "a b", "a[", "[0", "'a", "a = b", "#", "f(", "{a}", "\"a\"(b)", "&a"})
  void whatIsNoExpressionFails(String expression) {
    assertThat(found(expression, null)).isEqualTo("failed");
  }

  @Test
  void anyTextIsAnExpressionOrFails() {
    var pieces =
        List.of(
            "a", "b", ".", "*", "[", "]", "[]", "[?", "(", ")", "{", "}", ":", ",", "|", "||", "&",
            "&&", "!", "==", "<", "@", "'x'", "`1`", "\"a\"", "0", "-1", "length(", " ", "\\", "'",
            "`", "#");
    Object value = Json.read("{\"a\": [1, {\"b\": \"x\"}], \"b\": {\"a\": null}}");
    int read = 0;
    for (int seed = 0; seed < 50_000; seed++) {
      var random = new Random(seed);
      var text = new StringBuilder();
      for (int i = random.nextInt(7); i >= 0; i--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      try {
        read += found(text.toString(), value).equals("failed") ? 0 : 1;
      } catch (NotUnderstood e) {
        assertThat(e.why()).isNotEmpty();
      }
    }
    assertThat(read).isGreaterThan(500);
  }

  @Test
  void muchWorkIsStopped() {
    String deep = "(".repeat(500) + "a" + ")".repeat(500);
    assertThatThrownBy(() -> found(deep, null)).isInstanceOf(NotUnderstood.class);
    assertThatThrownBy(() -> found("a.".repeat(3_000) + "a", null))
        .isInstanceOf(NotUnderstood.class);
    assertThatThrownBy(() -> found("@ | ".repeat(900) + "@", null))
        .isInstanceOf(NotUnderstood.class);
    String wide = "[@, @]".concat(" | [@, @]".repeat(40)).concat(" | to_string(@)");
    assertThatThrownBy(() -> found(wide, "a")).isInstanceOf(NotUnderstood.class);
    String long_ = "to_string(@) | replace_all(@, 'a', '" + "a".repeat(200) + "')";
    String longer = long_ + " | replace_all(@, 'a', '" + "a".repeat(2_000) + "')";
    assertThatThrownBy(() -> found(longer, "a".repeat(50))).isInstanceOf(NotUnderstood.class);
  }

  private static String plain(String quoted) {
    return "=" + Json.text(quoted.substring(1));
  }

  private static String found(String expression, @Nullable Object value) {
    try {
      var meter = new Meter(100_000);
      return "=" + Values.written(JmesPath.parse(expression).search(value, meter), meter);
    } catch (Missing e) {
      return "missing";
    } catch (Failed e) {
      return "failed";
    }
  }

  private static List<String> recorded() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(JmesPathTests.class.getResourceAsStream("found.tsv"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
