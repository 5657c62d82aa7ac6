package dev.plumbline.check.catalogue;

import dev.plumbline.check.Check;
import dev.plumbline.check.Flaw;
import dev.plumbline.check.FlawedCheck;
import dev.plumbline.check.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a check that a customer wrote, trusting nothing of it. */
public final class OwnCheckFile {

  /** The family of all of them. */
  public static final String FAMILY = "own";

  private static final int LARGEST = 64 * 1024;
  private static final int DEEPEST = 8;
  private static final int DEEPEST_FIXTURE = 40;

  /** Manifests that a check is tried on when it is saved: what fails, and what passes. */
  private static final List<String> FIXTURES = List.of("fail", "pass");

  private static final Set<String> NOT_THEIRS =
      Set.of("benchmark", "peers", "aliases", "not_collected");

  private OwnCheckFile() {}

  /**
   * @throws FlawedCheck naming field, line and column
   */
  public static Check parse(String id, String text) {
    demandForm(text);
    YamlPlaces places = YamlPlaces.of(text);
    if (places.blank()) {
      throw flawed(Flaw.of("", "holds no check"));
    }
    try {
      Object loaded = CheckFile.load(id, text);
      demandOwn(loaded, places);
      var keys = new Keys(id, "", loaded);
      Map<String, String> fixtures = fixtures(keys);
      Check check = CheckFile.check(id, FAMILY, keys);
      List<Flaw> flaws = new ArrayList<>(OwnLimits.of(check, places));
      fixtures.forEach(
          (field, manifests) -> flaws.addAll(FixtureForm.of(field, manifests, places)));
      if (!flaws.isEmpty()) {
        throw new FlawedCheck(flaws);
      }
      return check;
    } catch (InvalidCheck e) {
      throw new FlawedCheck(List.of(places.flaw(e.key(), e.problem())));
    }
  }

  /**
   * The manifests that came with a check that was {@link #parse}d, by {@code fail} and {@code
   * pass}, in this order.
   */
  public static Map<String, String> fixtures(String text) {
    return fixtures(new Keys("", "", CheckFile.load("", text)));
  }

  private static Map<String, String> fixtures(Keys keys) {
    var fixtures = new LinkedHashMap<String, String>();
    for (String field : FIXTURES) {
      String manifests = keys.textOr(field, "");
      if (!manifests.isEmpty()) {
        fixtures.put(field, manifests);
      }
    }
    return fixtures;
  }

  /** Stands for a file that was accepted once and no longer is: it is always unknown. */
  public static Check unreadable(String id, String why) {
    return new Check(
        id,
        FAMILY,
        id,
        Severity.MEDIUM,
        FAMILY,
        why,
        List.of("Cluster"),
        List.of("Cluster"),
        List.of(),
        CheckFile.NOTHING,
        CheckFile.NO_WORDS,
        new Check.Fix("Write it anew.", ""),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        why);
  }

  /** An expression's place in the file that holds it. */
  public static Flaw placed(String text, String field, int line, int column, String detail) {
    return YamlPlaces.of(text).flaw(field, line, column, detail);
  }

  /** What is wrong with a field, and where the field stands. */
  public static Flaw placed(String text, String field, String detail) {
    return YamlPlaces.of(text).flaw(field, detail);
  }

  private static void demandForm(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
      throw flawed(Flaw.of("", "is larger than 64 KiB"));
    }
    try {
      demandDepth(text, DEEPEST)
          .ifPresent(flaw -> {
            throw flawed(flaw);
          });
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(0);
      throw flawed(new Flaw("", line, column, line, "is not YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      throw flawed(Flaw.of("", "is not YAML: " + e.getMessage()));
    }
  }

  /** What keeps manifests that came with a check from being read; none where they can be. */
  static Optional<Flaw> unreadableFixture(String manifests) {
    return demandDepth(manifests, DEEPEST_FIXTURE);
  }

  private static Optional<Flaw> demandDepth(String text, int deepest) {
    int depth = 0;
    for (var event : new Parse(CheckFile.settings("check")).parseString(text)) {
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (depth > deepest || event instanceof AliasEvent) {
        int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        int column = event.getStartMark().map(mark -> mark.getColumn() + 1).orElse(0);
        String what = depth > deepest ? "is nested too deeply" : "refers to an anchor";
        return Optional.of(new Flaw("", line, column, line, what));
      }
    }
    return Optional.empty();
  }

  private static void demandOwn(Object loaded, YamlPlaces places) {
    if (loaded instanceof Map<?, ?> map) {
      NOT_THEIRS.stream()
          .filter(map::containsKey)
          .sorted()
          .findFirst()
          .ifPresent(key -> {
            throw flawed(places.flaw(key, "is for the checks of the product"));
          });
    }
  }

  private static FlawedCheck flawed(Flaw flaw) {
    return new FlawedCheck(List.of(flaw));
  }
}
