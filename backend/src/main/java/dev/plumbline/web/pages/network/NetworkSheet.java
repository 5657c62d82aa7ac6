package dev.plumbline.web.pages.network;

import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.reach.Neighbours;
import dev.plumbline.inventory.fact.reach.NetworkPlugin;
import dev.plumbline.inventory.fact.reach.Reachability;
import dev.plumbline.inventory.fact.reach.Way;
import dev.plumbline.scan.Look;
import dev.plumbline.scan.Looks;
import dev.plumbline.scan.Scans;
import dev.plumbline.scan.Standing;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Empty;
import dev.plumbline.web.pages.Link;
import dev.plumbline.web.pages.Stat;
import dev.plumbline.web.pages.Tab;
import dev.plumbline.web.pages.Urls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Makes the view of a cluster's network. */
@Component
class NetworkSheet {

  private final Scans scans;
  private final Looks looks;

  NetworkSheet(Scans scans, Looks looks) {
    this.scans = scans;
    this.looks = looks;
  }

  /**
   * What of the network is asked for.
   *
   * @param namespace empty for all
   * @param text part of a name, empty for all
   */
  record Asked(String namespace, String text, int from, AsOf asOf) {

    String href(String cluster, String namespace, int from) {
      String href = "/network?cluster=" + Urls.encode(cluster);
      href += namespace.isEmpty() ? "" : "&ns=" + Urls.encode(namespace);
      href += text.isEmpty() ? "" : "&q=" + Urls.encode(text);
      return asOf.keep(href + (from == 0 ? "" : "&from=" + from));
    }
  }

  NetworkView view(String named, Asked asked) {
    List<Standing> all = scans.fleet(asked.asOf.instant()).clusters();
    Optional<Standing> shown = chosen(all, named);
    if (!named.isEmpty() && shown.isEmpty()) {
      throw new NotHere("cluster");
    }
    String alias = shown.map(it -> it.cluster().alias()).orElse("");
    List<Tab> tabs = all.stream().map(it -> tab(it, alias, asked)).toList();
    return shown
        .flatMap(it -> looks.of(it.cluster().id(), asked.asOf.instant()))
        .map(look -> view(shown.get(), look, tabs, asked))
        .orElseGet(() -> nothing(shown, tabs, asked));
  }

  private static Optional<Standing> chosen(List<Standing> all, String named) {
    return all.stream()
        .filter(it ->
            named.isEmpty()
                ? it.scan().isPresent()
                : it.cluster().alias().equals(named) || it.cluster().id().toString().equals(named))
        .findFirst();
  }

  private static Tab tab(Standing standing, String current, Asked asked) {
    String alias = standing.cluster().alias();
    String href = asked.asOf.keep("/network?cluster=" + Urls.encode(alias));
    return new Tab(standing.cluster().name(), null, href, alias.equals(current));
  }

  private static NetworkView nothing(Optional<Standing> shown, List<Tab> tabs, Asked asked) {
    var empty =
        new Empty(
            Empty.State.NEVER_SCANNED,
            null,
            "Nothing is known of this network yet",
            "Who reaches whom is told from what a scan reads.",
            new Link("Clusters", "/clusters"),
            null);
    return new NetworkView(
        shown.map(it -> it.cluster().alias()).orElse(""),
        shown.map(it -> it.cluster().name()).orElse(""),
        asked.asOf.value(),
        tabs,
        empty,
        "",
        "",
        List.of(),
        null,
        List.of(),
        "",
        "",
        List.of(),
        null);
  }

  private static NetworkView view(Standing shown, Look look, List<Tab> tabs, Asked asked) {
    var cluster = shown.cluster();
    Reachability reach = look.reach();
    var sources = reach.sources();
    var rows = new WorkloadRows(look, cluster.alias(), asked, sources, reach.targets());
    var namespaces = new TreeSet<String>();
    look.workloads().keySet().forEach(it -> namespaces.add(it.namespace()));
    return new NetworkView(
        cluster.alias(),
        cluster.name(),
        asked.asOf.value(),
        tabs,
        null,
        plugin(reach.plugin()),
        warning(look),
        stats(look, sources),
        Heats.of(reach.matrix(), it -> asked.href(cluster.alias(), it, 0)),
        List.copyOf(namespaces),
        asked.namespace,
        asked.text,
        rows.page(),
        rows.pager());
  }

  private static String plugin(Answer<NetworkPlugin> plugin) {
    return switch (plugin) {
      case Answer.Known<NetworkPlugin>(var it) ->
          it.enforces()
              ? it.name() + " enforces network policies."
              : it.name() + " enforces no network policy: every pod reaches every other.";
      case Answer.Unknown<NetworkPlugin> unknown ->
          "The network plug-in is not known: policies are taken as enforced.";
    };
  }

  private static String warning(Look look) {
    return look.workloads().keySet().stream()
        .flatMap(it -> look.reach().doubts(it).stream())
        .findFirst()
        .map(it -> "Some policies are not understood: " + it + ".")
        .orElse("");
  }

  private static List<Stat> stats(Look look, Map<ObjectKey, Neighbours> sources) {
    long all = look.workloads().size();
    long outside =
        look.workloads().keySet().stream()
            .filter(it ->
                look.reach().waysSeen(it).stream()
                    .anyMatch(way -> !way.internal() && way.admits() != Way.Admits.NONE))
            .count();
    long open =
        look.workloads().keySet().stream()
            .filter(it -> look.reach().inward(it).equals(Answer.of("open")))
            .count();
    long closed = sources.values().stream().filter(it -> it.possible() == 0).count();
    return List.of(
        new Stat("Workloads", all, "in the cluster", null),
        new Stat("Reached from outside", outside, "by a Service, route or node", null),
        new Stat("Without a policy", open, "nothing limits who connects", null),
        new Stat("Closed", closed, "no other workload connects", null));
  }
}
