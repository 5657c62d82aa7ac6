package dev.plumbline.web.pages.workload;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.rbac.AccountFields;
import dev.plumbline.inventory.fact.rbac.Subject;
import dev.plumbline.inventory.fact.rbac.WorkloadFields;
import dev.plumbline.inventory.fact.rbac.path.Escalations;
import dev.plumbline.inventory.fact.rbac.path.Path;
import dev.plumbline.inventory.fact.rbac.path.Step;
import dev.plumbline.scan.Look;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Fact;
import dev.plumbline.web.pages.Urls;
import dev.plumbline.web.query.AccessMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What the ServiceAccount of a workload may do. */
final class RightsPart {

  private final Cluster cluster;
  private final Look look;
  private final ObjectKey key;
  private final AsOf asOf;

  RightsPart(Cluster cluster, Look look, ObjectKey key, AsOf asOf) {
    this.cluster = cluster;
    this.look = look;
    this.key = key;
    this.asOf = asOf;
  }

  List<Fact> facts() {
    Optional<WorkloadFields.Account> account = account();
    if (account.isEmpty()) {
      return List.of(FactPart.unknown("ServiceAccount", answer()));
    }
    var facts = new ArrayList<Fact>();
    String name = account.get().namespace() + "/" + account.get().name();
    facts.add(new Fact("ServiceAccount", name, "", href("ServiceAccount " + name), false));
    account.get().held().forEach(it -> facts.add(held(it)));
    if (account.get().held().isEmpty()) {
      facts.add(Fact.of("Bindings", "None names this account."));
    }
    return facts;
  }

  /** How it becomes administrator of everything, step by step; empty where it does not. */
  List<String> escalation(AccessMap map) {
    return path(map, Escalations::from).stream()
        .map(Path::steps)
        .flatMap(List::stream)
        .map(Step::what)
        .toList();
  }

  /** What alone keeps it from becoming that; null where it does or no right of it leads there. */
  @Nullable String blocked(AccessMap map) {
    return path(map, Escalations::blocked).map(Path::blocked).orElse(null);
  }

  private Optional<Path> path(AccessMap map, BiFunction<Escalations, Subject, Optional<Path>> way) {
    return account().stream()
        .map(it -> "ServiceAccount " + it.namespace() + "/" + it.name())
        .flatMap(label -> map.subjects().stream().filter(it -> it.label().equals(label)))
        .flatMap(it -> way.apply(map.escalations(), it).stream())
        .findFirst();
  }

  private Optional<WorkloadFields.Account> account() {
    return answer() instanceof Answer.Known<Record>(var record)
            && record instanceof WorkloadFields(var account)
        ? Optional.of(account)
        : Optional.empty();
  }

  private Answer<Record> answer() {
    return look.fact("rbac", "Workload", key);
  }

  private String href(String subject) {
    return asOf.keep(
        "/access/what?cluster=%s&subject=%s"
            .formatted(Urls.encode(cluster.alias()), Urls.encode(subject)));
  }

  private static Fact held(AccountFields.Held held) {
    String where =
        held.namespace().isEmpty() ? "in the whole cluster" : "in namespace " + held.namespace();
    return new Fact(held.kind(), held.role(), where + ", by " + held.name(), null, false);
  }
}
