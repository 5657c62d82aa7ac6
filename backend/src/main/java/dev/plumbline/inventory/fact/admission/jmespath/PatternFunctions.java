package dev.plumbline.inventory.fact.admission.jmespath;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import dev.plumbline.inventory.fact.admission.pattern.Wildcards;

/** Functions that hold texts against patterns. */
final class PatternFunctions {

  private static final int LONGEST = 1_000;

  private PatternFunctions() {}

  static void add() {
    Functions.add("regex_match", 2, (given, walk) -> matcher(given, walk).find());
    Functions.add(
        "pattern_match",
        2,
        (given, walk) -> Wildcards.meets(given.text(0), given.plain(1), walk.meter()));
    Functions.add("regex_replace_all_literal", 3, PatternFunctions::replaced);
    Functions.add("regex_replace_all", 3, PatternFunctions::replacedByGroups);
  }

  private static Matcher matcher(Arguments given, Walk walk) {
    String text = given.plain(1);
    String regex = given.text(0);
    if (regex.length() > LONGEST) {
      throw new NotUnderstood("uses a longer pattern than is tried");
    }
    walk.meter().charge(regex.length() + text.length() / 4);
    try {
      return Pattern.compile(regex).matcher(text);
    } catch (PatternSyntaxException e) {
      throw new Failed("no pattern: " + regex);
    }
  }

  private static Object replaced(Arguments given, Walk walk) {
    String with = Matcher.quoteReplacement(given.plain(2));
    return all(matcher(given, walk), with, walk);
  }

  /** Groups are named by numbers in braces; what else Go allows is not known here. */
  private static Object replacedByGroups(Arguments given, Walk walk) {
    String with = given.plain(2);
    String plain = with.replaceAll("\\$\\{[0-9]}", "");
    if (plain.contains("$") || plain.contains("\\")) {
      throw new NotUnderstood("replaces by groups of a pattern");
    }
    return all(matcher(given, walk), with.replaceAll("\\$\\{([0-9])}", "\\$$1"), walk);
  }

  private static String all(Matcher matcher, String with, Walk walk) {
    walk.meter().charge(with.length());
    return walk.meter().text(matcher.replaceAll(with));
  }
}
