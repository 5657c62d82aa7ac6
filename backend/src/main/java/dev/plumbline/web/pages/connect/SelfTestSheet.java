package dev.plumbline.web.pages.connect;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.inventory.collect.Kinds;
import dev.plumbline.inventory.collect.selftest.ReaderRole;
import dev.plumbline.inventory.collect.selftest.SelfTest;
import dev.plumbline.inventory.collect.selftest.SelfTest.Right;
import dev.plumbline.inventory.collect.selftest.SelfTests;
import dev.plumbline.web.pages.Code;
import dev.plumbline.web.pages.Fact;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Mark;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the wizard's second page: what the credential may do, and what stays unknown. */
@Component
public class SelfTestSheet {

  private static final Set<String> PODS =
      Set.of(
          "Pod",
          "Deployment",
          "ReplicaSet",
          "StatefulSet",
          "DaemonSet",
          "Job",
          "CronJob",
          "ReplicationController");

  private static final int NAMED = 5;

  private final Catalogue catalogue;
  private final Clock clock;

  SelfTestSheet(Catalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  ConnectView view(Cluster cluster, SelfTests.Kept kept) {
    SelfTest result = kept.result();
    List<String> missing = result.missing().stream().map(it -> it.kind().name()).toList();
    long lost = result.reached() ? unknown(missing) : catalogue.all().size();
    long all = Math.max(1, catalogue.all().size());
    var test =
        new ConnectView.SelfTest(
            "/clusters/" + cluster.alias(),
            Format.age(Duration.between(kept.at(), clock.instant())) + " ago",
            answers(result),
            100.0 * (all - lost) / all,
            lost + " of " + all + " checks stay unknown",
            warnings(result),
            patch(result),
            facts(cluster),
            lost == 0 ? "Scan now" : "Scan with " + lost + " checks unknown");
    return new ConnectView("Connect " + cluster.name(), ConnectForms.steps(1), null, test);
  }

  private static List<String> warnings(SelfTest result) {
    var warnings = new ArrayList<String>();
    if (!result.reached()) {
      warnings.add("The API server could not be asked. " + result.reason());
    }
    warnings.addAll(result.excessive());
    return warnings;
  }

  private List<ConnectView.Answer> answers(SelfTest result) {
    Map<String, SelfTest.Answer> byResource =
        result.answers().stream()
            .collect(Collectors.toMap(SelfTest.Answer::resource, Function.identity()));
    return ReaderRole.rules().stream()
        .flatMap(rule ->
            rule.names().stream()
                .filter(byResource::containsKey)
                .map(name -> answer(byResource.get(name), rule.reason())))
        .toList();
  }

  private ConnectView.Answer answer(SelfTest.@Nullable Answer answer, String reason) {
    SelfTest.Answer told = java.util.Objects.requireNonNull(answer);
    boolean granted = told.right() == Right.GRANTED;
    return new ConnectView.Answer(
        told.resource(),
        told.verb(),
        reason,
        mark(told),
        !granted,
        granted ? 0 : lost(List.of(told.kind().name())));
  }

  private static Mark mark(SelfTest.Answer answer) {
    return switch (answer.right()) {
      case GRANTED -> Mark.pass("Granted");
      case IN_NAMESPACES -> Mark.unknown(where(answer.namespaces()));
      case MISSING -> Mark.fail("Forbidden");
      case UNTOLD -> Mark.unknown("Not told");
    };
  }

  /** Such as {@code Only in namespaces a, b}. */
  static String where(List<String> namespaces) {
    String named = String.join(", ", namespaces.stream().limit(NAMED).toList());
    int more = namespaces.size() - NAMED;
    return (namespaces.size() == 1 ? "Only in namespace " : "Only in namespaces ")
        + named
        + (more > 0 ? " and " + more + " more" : "");
  }

  /** How many checks stay unknown: also what the role never asks for or no scan collects yet. */
  private long unknown(Collection<String> missing) {
    Set<String> unread =
        Stream.concat(
                missing.stream(),
                Arrays.stream(Kinds.values())
                    .filter(it -> !it.inReaderRole())
                    .map(it -> it.kind().name()))
            .collect(Collectors.toSet());
    return catalogue.all().stream()
        .filter(check -> !check.notCollected().isEmpty() || needsAny(check, unread))
        .count();
  }

  /** How many checks need at least one of these kinds. */
  public long lost(Collection<String> kinds) {
    return catalogue.all().stream().filter(check -> needsAny(check, kinds)).count();
  }

  private static boolean needsAny(Check check, Collection<String> kinds) {
    return check.needs().stream()
        .anyMatch(need ->
            kinds.contains(need)
                || (need.equals("Workload") && kinds.stream().anyMatch(PODS::contains)));
  }

  /** The rules that grant what is missing; null when nothing is. */
  public static @Nullable Code patch(SelfTest result) {
    List<String> missing = result.missing().stream().map(SelfTest.Answer::resource).toList();
    String rules = ReaderRole.rulesFor(missing);
    if (rules.isEmpty()) {
      return null;
    }
    List<Code.Line> lines =
        rules.lines().map(line -> new Code.Line("", Code.Kind.IN, line)).toList();
    return new Code("ClusterRole plumbline-reader", "to add under rules", lines);
  }

  private static List<Fact> facts(Cluster cluster) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.code("Server", cluster.server()));
    facts.add(
        Fact.of(
            "Version", cluster.serverVersion().isEmpty() ? "not known" : cluster.serverVersion()));
    cluster.credential().ifPresent(credential -> facts.addAll(facts(credential)));
    return facts;
  }

  /** What may be seen of a credential. */
  public static List<Fact> facts(Cluster.Credential credential) {
    Instant end = credential.expiresAt().orElse(null);
    return List.of(
        Fact.of("Kind", credential.kind()),
        Fact.code("Subject", credential.subject().isEmpty() ? "not told" : credential.subject()),
        Fact.of("Ends", end == null ? "not told" : Format.moment(end, ZoneOffset.UTC)),
        Fact.code("Fingerprint", credential.fingerprint()),
        Fact.of("Replaced", credential.version() - 1 + " times"));
  }
}
