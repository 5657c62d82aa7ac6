package dev.plumbline.inventory.fact.admission.jmespath;

import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions of expressions, by name. */
final class Functions {

  /** What a function makes of what it is given. */
  interface Function {
    @Nullable Object of(Arguments given, Walk walk);
  }

  private record Known(int least, int most, Function function) {}

  private static final Set<String> OTHERS =
      Set.of(
          "image_normalize",
          "is_external_url",
          "parse_yaml",
          "path_canonicalize",
          "random",
          "semver_compare",
          "truncate",
          "x509_decode",
          "sha256",
          "sha1",
          "md5");
  private static final Map<String, Known> ALL = new HashMap<>();

  static {
    ListFunctions.add();
    MapFunctions.add();
    NumberFunctions.add();
    TextFunctions.add();
    PatternFunctions.add();
  }

  private Functions() {}

  static void add(String name, int arguments, Function function) {
    ALL.put(name, new Known(arguments, arguments, function));
  }

  /** A function of one argument or more. */
  static void addOpen(String name, Function function) {
    ALL.put(name, new Known(1, Integer.MAX_VALUE, function));
  }

  static @Nullable Object call(String name, List<@Nullable Object> given, Walk walk) {
    Known known = ALL.get(name);
    if (known == null) {
      if (OTHERS.contains(name) || name.startsWith("time_")) {
        throw new NotUnderstood("uses the function " + name);
      }
      throw new Failed("there is no function " + name);
    }
    if (given.size() < known.least() || given.size() > known.most()) {
      throw new Failed(name + " is given " + given.size() + " arguments");
    }
    return known.function().of(new Arguments(name, given), walk);
  }

  /** Whether a value is a number that expressions compare. */
  static boolean number(@Nullable Object value) {
    return value instanceof Long || value instanceof Double;
  }
}
