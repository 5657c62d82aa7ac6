package dev.plumbline.web.pages.network;

import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.reach.Neighbours;
import dev.plumbline.inventory.fact.reach.Way;
import dev.plumbline.scan.Look;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Pager;
import dev.plumbline.web.pages.workload.Traffic;
import dev.plumbline.web.pages.workload.WorkloadLinks;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One page of the workloads of a network. */
final class WorkloadRows {

  private static final int PAGE = 50;

  private final Look look;
  private final String cluster;
  private final NetworkSheet.Asked asked;
  private final Map<ObjectKey, Neighbours> sources;
  private final Map<ObjectKey, Neighbours> targets;
  private final List<ObjectKey> all;

  WorkloadRows(
      Look look,
      String cluster,
      NetworkSheet.Asked asked,
      Map<ObjectKey, Neighbours> sources,
      Map<ObjectKey, Neighbours> targets) {
    this.look = look;
    this.cluster = cluster;
    this.asked = asked;
    this.sources = sources;
    this.targets = targets;
    this.all = look.workloads().keySet().stream().filter(this::wanted).toList();
  }

  private boolean wanted(ObjectKey key) {
    String text = asked.text().toLowerCase(Locale.ROOT);
    return (asked.namespace().isEmpty() || asked.namespace().equals(key.namespace()))
        && key.name().toLowerCase(Locale.ROOT).contains(text);
  }

  List<NetworkView.Row> page() {
    return all.stream().skip(asked.from()).limit(PAGE).map(this::row).toList();
  }

  Pager pager() {
    int from = Math.min(asked.from(), all.size());
    int to = Math.min(all.size(), from + PAGE);
    String range =
        all.isEmpty()
            ? "No workload matches"
            : "Workloads %s to %s of %s"
                .formatted(
                    Format.count(Math.min(from + 1, to)),
                    Format.count(to),
                    Format.count(all.size()));
    return new Pager(
        range,
        from == 0 ? null : asked.href(cluster, asked.namespace(), Math.max(0, from - PAGE)),
        to == all.size() ? null : asked.href(cluster, asked.namespace(), to));
  }

  private NetworkView.Row row(ObjectKey key) {
    return new NetworkView.Row(
        key.kind().name(),
        key.namespace(),
        key.name(),
        WorkloadLinks.href(cluster, key, asked.asOf()),
        ingress(key),
        count(sources.get(key)),
        count(targets.get(key)),
        look.reach().waysSeen(key).stream().map(WorkloadRows::words).distinct().toList(),
        look.reach().ways(key) instanceof Answer.Unknown<List<Way>>,
        Traffic.of(look, key));
  }

  private Mark ingress(ObjectKey key) {
    return switch (look.reach().inward(key)) {
      case Answer.Known<String>(var word) ->
          switch (word) {
            case "open" -> Mark.fail("No policy");
            case "node" -> new Mark(Mark.Kind.NOT_APPLICABLE, "Node's network");
            default -> Mark.pass("Limited");
          };
      case Answer.Unknown<String> unknown -> Mark.unknown("Not known");
    };
  }

  private static String words(Way way) {
    String words = way.type() + (way.at().isEmpty() ? "" : " " + way.at());
    return way.internal() ? words + ", private" : words;
  }

  private static String count(@org.jspecify.annotations.Nullable Neighbours tally) {
    if (tally == null) {
      return Format.NOT_KNOWN;
    }
    return tally.possible() > tally.certain()
        ? Format.count(tally.certain()) + " to " + Format.count(tally.possible())
        : Format.count(tally.certain());
  }
}
