package dev.plumbline.web.pages.framework;

import dev.plumbline.compliance.ChosenBenchmark;
import dev.plumbline.compliance.ClusterEvidence;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Link;
import dev.plumbline.web.pages.Notice;
import dev.plumbline.web.query.FleetScope;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of one of several editions whether it counts for the clusters shown, and why. */
final class BenchmarkNotice {

  private BenchmarkNotice() {}

  /** Null where nothing needs saying: it counts, and was written for such clusters. */
  static @Nullable Notice of(Frameworks frameworks, Framework framework, FleetScope scope) {
    if (!frameworks.oneOfSeveral(framework) || scope.evidence().isEmpty()) {
      return null;
    }
    Set<String> nearest = new LinkedHashSet<>();
    int counting = 0;
    for (ClusterEvidence cluster : scope.evidence()) {
      var chosen = frameworks.benchmark(cluster.distribution(), cluster.version());
      if (chosen.framework().equals(framework)) {
        counting++;
        nearest.add(chosen.nearest() ? name(scope, cluster) + ": " + chosen.reason() : "");
      }
    }
    nearest.remove("");
    if (counting == 0) {
      return another(frameworks, scope);
    }
    return nearest.isEmpty()
        ? null
        : new Notice(Notice.Tone.INFO, "Nearest used.", String.join(" ", nearest), null);
  }

  private static Notice another(Frameworks frameworks, FleetScope scope) {
    ClusterEvidence first = scope.evidence().getFirst();
    ChosenBenchmark chosen = frameworks.benchmark(first.distribution(), first.version());
    String name = chosen.framework().fullName();
    return scope.evidence().size() == 1
        ? new Notice(
            Notice.Tone.INFO,
            "Another benchmark counts for " + name(scope, first) + ".",
            "It is the %s. %s This one is shown beside it.".formatted(name, chosen.reason()),
            new Link(name, "/frameworks/" + chosen.framework().id()))
        : new Notice(
            Notice.Tone.INFO,
            "Counts for none of these clusters.",
            "Other editions count for the %s shown; this one stands beside them and is in no score."
                .formatted(Format.counted(scope.evidence().size(), "cluster", "clusters")),
            new Link("Frameworks by cluster", "/frameworks"));
  }

  private static String name(FleetScope scope, ClusterEvidence cluster) {
    var standing = scope.scanned().get(cluster.cluster());
    return standing == null ? "the cluster" : standing.cluster().name();
  }
}
