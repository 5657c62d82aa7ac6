package dev.plumbline.check.catalogue;

import dev.plumbline.check.Check;
import dev.plumbline.check.Check.Fix;
import dev.plumbline.check.Severity;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Parses one check.yaml; every scalar is text, so that {@code 5.10} stays {@code 5.10}. */
public final class CheckFile {

  private static final Pattern PLACE =
      Pattern.compile("(?:.*/)?(checks/([a-z0-9-]+)/([a-z0-9-]+)/check\\.yaml)");
  private static final Map<String, Severity> SEVERITIES =
      Arrays.stream(Severity.values())
          .collect(Collectors.toMap(s -> s.name().toLowerCase(), Function.identity()));

  static final String NOTHING = "[]";
  static final String NO_WORDS = "''";

  private CheckFile() {}

  /**
   * @param path ends in {@code checks/<family>/<slug>/check.yaml}
   * @throws InvalidCheck naming file and key
   */
  public static Check parse(String path, String text) {
    var place = PLACE.matcher(path);
    if (!place.matches()) {
      throw new InvalidCheck(path, "", "is not at checks/<family>/<slug>/check.yaml");
    }
    return check(place.group(3), place.group(2), new Keys(place.group(1), "", load(path, text)));
  }

  static LoadSettings settings(String label) {
    return LoadSettings.builder()
        .setLabel(label)
        .setSchema(new FailsafeSchema())
        .setMaxAliasesForCollections(0)
        .build();
  }

  static Object load(String path, String text) {
    try {
      return new Load(settings(path)).loadFromString(text);
    } catch (YamlEngineException e) {
      throw new InvalidCheck(path, "", String.valueOf(e.getMessage()));
    }
  }

  static Check check(String id, String family, Keys keys) {
    String notCollected = keys.textOr("not_collected", "");
    var check =
        new Check(
            id,
            family,
            keys.text("title"),
            severity(keys),
            keys.text("objective"),
            keys.text("why"),
            keys.texts("applies_to"),
            keys.texts("needs"),
            keys.textsOr("not_applicable_on"),
            notCollected.isEmpty() ? keys.text("offenders") : NOTHING,
            notCollected.isEmpty() ? keys.text("message") : NO_WORDS,
            fix(keys.mapping("fix")),
            keys.textsOr("benchmark"),
            keys.lists("peers"),
            keys.textsOr("links"),
            keys.textsOr("aliases"),
            notCollected.strip());
    keys.end();
    return check;
  }

  private static Severity severity(Keys keys) {
    Severity severity = SEVERITIES.get(keys.text("severity"));
    if (severity == null) {
      throw keys.wrong("severity", "must be one of critical, high, medium, low, info");
    }
    return severity;
  }

  private static Fix fix(Keys keys) {
    var fix = new Fix(keys.text("text"), keys.textOr("patch", ""));
    keys.end();
    return fix;
  }
}
