package dev.plumbline.check.cel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import dev.plumbline.check.Check;
import dev.plumbline.check.catalogue.CheckFolders;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralsTests {

  private static final java.util.regex.Pattern QUOTED =
      java.util.regex.Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "(^|/)argocd:v?(1|2) argocd:",
        "sudo sudo",
        "ab+cd? ab",
        "(foo|bar)[0-9] foo,bar",
        "a(?:bcd){0,2}xyz xyz",
        "k8s\\.io/x k8s.io/x",
        "(abc)+ abc",
        "(?:long|longer)$ long,longer"
      })
  void everyMatchContainsOne(String pattern, String literals) {
    assertThat(Literals.of(pattern)).containsExactlyInAnyOrder(literals.split(","));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?i)abc", "(abc)?", "(abc|)", "abc|", "[abc]", "\\Qabc", "x*", "^$", "(abc)*", ""
      })
  void knowsNoneWhereAMatchMayDoWithout(String pattern) {
    assertThat(Literals.of(pattern)).isEmpty();
  }

  @Test
  void patternsOfAllChecksAnswerAsBefore() {
    var random = new Random(11);
    int withLiterals = 0;
    List<String> patterns = patterns();
    for (String pattern : patterns) {
      withLiterals += Literals.of(pattern).isEmpty() ? 0 : 1;
      var plain = Pattern.compile(pattern);
      var quick = new Matches(pattern, new Answers());
      for (int i = 0; i < 500; i++) {
        String text = text(pattern, random);
        assertThat(quick.of(text))
            .as(pattern + " in " + text)
            .isEqualTo(plain.matcher(text).find());
      }
    }
    assertThat(withLiterals).as("of " + patterns.size()).isGreaterThan(patterns.size() / 2);
  }

  /** Pieces of the pattern itself, so that some match. */
  private static String text(String pattern, Random random) {
    String plain = pattern.replace("\\.", ".").replaceAll("[\\\\^$?*+]", "");
    String[] pieces = plain.split("[()|\\[\\]]+");
    var text = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      text.append(pieces[random.nextInt(pieces.length)]);
      text.append("/:-1a".charAt(random.nextInt(5)));
    }
    return text.toString();
  }

  private static List<String> patterns() {
    var all = new TreeSet<String>();
    for (Check check : CheckFolders.load().all()) {
      Matcher quoted = QUOTED.matcher(check.offenders() + check.message());
      while (quoted.find()) {
        all.add(quoted.group(1).replace("\\\\", "\\"));
      }
    }
    all.removeIf(text -> !text.contains("(") || !compiles(text));
    return List.copyOf(all);
  }

  private static boolean compiles(String pattern) {
    try {
      Pattern.compile(pattern);
      return true;
    } catch (com.google.re2j.PatternSyntaxException no) {
      return false;
    }
  }
}
