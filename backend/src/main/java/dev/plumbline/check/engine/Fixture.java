package dev.plumbline.check.engine;

import dev.plumbline.check.CheckResult;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ManifestReader;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Fact;
import dev.plumbline.inventory.shape.Shapes;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A small cluster written as manifests, with what is wrong in it announced by comments.
 *
 * <ul>
 *   <li>{@code # ! message} above an offending line announces one offence
 *   <li>{@code # ? text} announces one object that cannot be judged, with this text in the reason
 *   <li>{@code # server: v1.33.0} sets the version of the API server; {@code unknown} hides it
 * </ul>
 */
record Fixture(
    List<KubeObject> objects, List<String> offences, List<String> unknowns, ServerVersion version) {

  private static final Pattern OFFENCE = Pattern.compile("(?m)^\\s*# ! (.+?)\\s*$");
  private static final Pattern UNKNOWN = Pattern.compile("(?m)^\\s*# \\? (.+?)\\s*$");
  private static final Pattern SERVER = Pattern.compile("(?m)^# server: (\\S+)$");

  static Fixture of(String text) {
    String server = matches(SERVER, text).stream().findFirst().orElse("v1.35.4");
    return new Fixture(
        ManifestReader.objects(text).stream().map(Fixture::placed).toList(),
        matches(OFFENCE, text),
        matches(UNKNOWN, text),
        ServerVersion.of(server));
  }

  /** Everything here and all of {@code kinds} was read to the end. */
  Snapshot snapshot(Collection<Kind> kinds) {
    var readings = new HashMap<Kind, Reading>();
    kinds.forEach(kind -> readings.put(kind, new Reading(State.COMPLETE, 0, "")));
    objects.forEach(o -> readings.put(o.key().kind(), new Reading(State.COMPLETE, 1, "")));
    return new Snapshot(
        Instant.parse("2026-11-22T00:00:00Z"), version, new Coverage(readings), objects);
  }

  /** As the API server would place it. */
  private static KubeObject placed(KubeObject object) {
    ObjectKey key = object.key();
    return key.namespace().isEmpty() && Shapes.namespaced(key.kind())
        ? new KubeObject(
            new ObjectKey(key.kind(), "default", key.name()), object.version(), object.document())
        : object;
  }

  private static List<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult m) -> m.group(1)).toList();
  }

  /** What a rule says of it; everything the rule needs counts as read to the end. */
  CheckResult judged(Rule rule, List<Fact> facts) {
    var words = new Needs(facts, new Coverage(Map.of()));
    Snapshot snapshot =
        snapshot(
            Stream.concat(rule.check().needs().stream(), rule.check().appliesTo().stream())
                .flatMap(words::kinds)
                .toList());
    var needs = new Needs(facts, snapshot.coverage());
    return Evaluation.of(rule, needs, new Subjects(new Scene(snapshot, facts)));
  }
}
