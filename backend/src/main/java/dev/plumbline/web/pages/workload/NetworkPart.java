package dev.plumbline.web.pages.workload;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.reach.Partner;
import dev.plumbline.inventory.fact.reach.Verdict;
import dev.plumbline.inventory.fact.reach.Way;
import dev.plumbline.scan.Look;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Link;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Urls;
import dev.plumbline.web.pages.workload.WorkloadView.Partners;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who reaches a workload, and whom it reaches. */
final class NetworkPart {

  private static final int SHOWN = 100;
  private static final int ALIKE = 4;

  private final Cluster cluster;
  private final Look look;
  private final ObjectKey key;
  private final AsOf asOf;

  NetworkPart(Cluster cluster, Look look, ObjectKey key, AsOf asOf) {
    this.cluster = cluster;
    this.look = look;
    this.key = key;
    this.asOf = asOf;
  }

  List<WorkloadView.WayRow> ways() {
    return look.reach().waysSeen(key).stream().map(NetworkPart::way).toList();
  }

  private static WorkloadView.WayRow way(Way way) {
    String at = way.at().isEmpty() ? Format.NOT_KNOWN : way.at();
    return new WorkloadView.WayRow(
        way.type().toString(),
        way.via(),
        way.internal() ? at + ", private" : at,
        way.port(),
        transport(way.transport()),
        admits(way.admits()));
  }

  private static Mark transport(Way.Transport transport) {
    return switch (transport) {
      case TLS -> Mark.pass("TLS");
      case CLEAR -> Mark.fail("Clear text");
      case NOT_KNOWN -> Mark.unknown("Not known");
    };
  }

  private static Mark admits(Way.Admits admits) {
    return switch (admits) {
      case ALL -> Mark.fail("Let through");
      case SOME -> Mark.pass("Some addresses");
      case NONE -> Mark.pass("Stopped by policy");
      case NOT_KNOWN -> Mark.unknown("Not known");
    };
  }

  String waysNote() {
    return switch (look.reach().ways(key)) {
      case Answer.Known<List<Way>>(var all) when all.isEmpty() ->
          "No Service, route or node port leads in from outside.";
      case Answer.Known<List<Way>> known -> "";
      case Answer.Unknown<List<Way>>(var state, var why) ->
          "There may be ways that were not read: " + why + ".";
    };
  }

  Partners sources() {
    return partners(look.reach().sources(key), other -> Traffic.between(look, other, key), false);
  }

  Partners targets() {
    return partners(look.reach().targets(key), other -> Traffic.between(look, key, other), true);
  }

  private Partners partners(List<Partner> all, Function<ObjectKey, Mark> traffic, boolean outward) {
    int others = look.workloads().size() - 1;
    String summary =
        !look.reach().seen(key)
            ? "Its pods were not seen"
            : "%s of %s"
                .formatted(
                    Format.count(all.size()),
                    Format.counted(others, "other workload", "other workloads"));
    List<WorkloadView.PartnerRow> rows =
        grouped(all.stream().map(it -> row(it, traffic.apply(it.workload()), outward)).toList());
    return new Partners(
        summary, rows.stream().limit(SHOWN).toList(), Math.max(0, rows.size() - SHOWN));
  }

  /** Many of one namespace that are connected alike become one row. */
  private List<WorkloadView.PartnerRow> grouped(List<WorkloadView.PartnerRow> rows) {
    Map<List<Object>, List<WorkloadView.PartnerRow>> alike = new LinkedHashMap<>();
    rows.forEach(it ->
        alike
            .computeIfAbsent(
                List.of(it.namespace(), it.ports(), it.because(), it.verdict(), it.traffic()),
                same -> new ArrayList<>())
            .add(it));
    return alike.values().stream()
        .flatMap(it -> it.size() > ALIKE ? Stream.of(one(it)) : it.stream())
        .toList();
  }

  private WorkloadView.PartnerRow one(List<WorkloadView.PartnerRow> alike) {
    var first = alike.getFirst();
    String namespace = first.namespace();
    return new WorkloadView.PartnerRow(
        "",
        namespace,
        Format.counted(alike.size(), "workload", "workloads"),
        asOf.keep(
            "/network?cluster=%s&ns=%s"
                .formatted(Urls.encode(cluster.alias()), Urls.encode(namespace))),
        first.ports(),
        first.because(),
        first.verdict(),
        first.traffic());
  }

  private WorkloadView.PartnerRow row(Partner partner, Mark traffic, boolean outward) {
    ObjectKey other = partner.workload();
    Verdict verdict = partner.verdict();
    ObjectKey target = outward ? other : key;
    ObjectKey source = outward ? key : other;
    return new WorkloadView.PartnerRow(
        other.kind().name(),
        other.namespace(),
        other.name(),
        WorkloadLinks.href(cluster.alias(), other, asOf),
        verdict.possible().toString(),
        look.reach().because(source, target),
        verdict(verdict),
        traffic);
  }

  private static Mark verdict(Verdict verdict) {
    if (!verdict.open()) {
      return Mark.unknown("Not known");
    }
    return verdict.certain().equals(verdict.possible())
        ? new Mark(Mark.Kind.PASS, "Let through")
        : Mark.unknown("Some ports not known");
  }

  String outward() {
    if (!look.reach().seen(key)) {
      return "Its pods were not seen.";
    }
    Verdict verdict = look.reach().toOutside(key);
    if (verdict.open()) {
      return "It may connect to any address outside the cluster, " + verdict.certain() + ".";
    }
    return verdict.closed()
        ? "No policy lets it connect outside the cluster."
        : "It may connect to some addresses outside the cluster, " + verdict.possible() + ".";
  }

  List<Link> policies() {
    return look.reach().policies(key).stream().map(this::policy).toList();
  }

  private Link policy(String name) {
    String query = "kind:" + name.replaceFirst(" .*", "") + " " + name.replaceFirst("^.*[ /]", "");
    return new Link(
        name, asOf.keep("/clusters/" + cluster.alias() + "/workloads?q=" + Urls.encode(query)));
  }
}
