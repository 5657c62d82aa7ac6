package dev.plumbline.web.pages.owncheck;

import dev.plumbline.check.Flaw;
import dev.plumbline.check.FlawedCheck;
import dev.plumbline.check.Trial;
import dev.plumbline.check.Workshop;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.rulebook.OwnCheck;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.pages.Code;
import dev.plumbline.web.pages.Fact;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.security.Access;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills the editor. */
@Component
class OwncheckSheet {

  private final Scans scans;
  private final Workshop workshop;

  OwncheckSheet(Scans scans, Workshop workshop) {
    this.scans = scans;
    this.workshop = workshop;
  }

  OwncheckView fresh(OwncheckForm form, @Nullable RuntimeException wrong, Access access) {
    return view(null, form, wrong, null, access);
  }

  OwncheckView of(OwnCheck own, Access access) {
    return view(own, form(own, ""), null, null, access);
  }

  OwncheckView again(OwnCheck own, OwncheckForm form, RuntimeException wrong, Access access) {
    return view(own, form, wrong, null, access);
  }

  OwncheckView tried(OwnCheck own, Cluster cluster, Trial trial, Access access) {
    return view(own, form(own, cluster.id().toString()), null, Trying.of(cluster, trial), access);
  }

  private static OwncheckForm form(OwnCheck own, String cluster) {
    return new OwncheckForm(own.slug(), own.digest(), own.source(), cluster, "");
  }

  private OwncheckView view(
      @Nullable OwnCheck own,
      OwncheckForm form,
      @Nullable RuntimeException wrong,
      OwncheckView.@Nullable TrialView trial,
      Access access) {
    List<Flaw> flaws = wrong instanceof FlawedCheck flawed ? flawed.flaws() : List.of();
    String path = own == null ? "/own-checks" : "/own-checks/" + own.slug();
    boolean publish = own != null && access.may(Permission.PUBLISH_RULES);
    boolean write = access.may(Permission.WRITE_RULES);
    return new OwncheckView(
        own == null ? "New check" : workshop.accepted(own.slug(), own.source()).title(),
        path,
        OwncheckForm.text(form.id()),
        own == null,
        OwncheckForm.text(form.read()),
        form.written(),
        flaws.stream().map(OwncheckSheet::words).toList(),
        marked(form.written(), flaws),
        wrong instanceof Refused refused ? refused.why() : null,
        own == null ? null : mark(own),
        own == null ? "A draft counts nowhere." : standing(own),
        own == null ? List.of() : facts(own),
        clusters(OwncheckForm.text(form.cluster())),
        own == null ? null : own.fixtures().map(OwncheckSheet::fixtures).orElse(null),
        trial,
        write,
        publish
                && own != null
                && own.ready()
                && (own.state() != OwnCheck.State.ACTIVE || own.behind())
            ? path + "/activate"
            : null,
        publish && own != null && own.state() == OwnCheck.State.ACTIVE ? path + "/retire" : null,
        write && own != null && own.counted().isEmpty() ? path + "/delete" : null,
        own != null && own.counted().isPresent() ? "/help/checks/" + own.slug() : null,
        own == null ? null : path + "/check.yaml",
        List.of(
            new OwncheckView.Words("Facts", String.join(", ", workshop.facts())),
            new OwncheckView.Words("Objectives", String.join(", ", workshop.objectives()))));
  }

  private static OwncheckView.FixturesView fixtures(OwnCheck.Rehearsed one) {
    return new OwncheckView.FixturesView(one.hold(), one.words(), Trying.cost(one.cost()));
  }

  private static String words(Flaw flaw) {
    return flaw.fileLine() == 0 || flaw.fileLine() == flaw.line()
        ? flaw.words()
        : flaw.words() + " (line " + flaw.fileLine() + " of the file)";
  }

  private static @Nullable Code marked(String source, List<Flaw> flaws) {
    Set<Integer> wrong = flaws.stream().map(Flaw::fileLine).collect(Collectors.toSet());
    wrong.remove(0);
    if (wrong.isEmpty()) {
      return null;
    }
    String[] lines = source.stripTrailing().split("\n", -1);
    return new Code(
        "Where",
        "",
        IntStream.rangeClosed(1, lines.length)
            .filter(n -> IntStream.rangeClosed(n - 2, n + 2).anyMatch(wrong::contains))
            .mapToObj(n ->
                new Code.Line(
                    "" + n, wrong.contains(n) ? Code.Kind.BAD : Code.Kind.PLAIN, lines[n - 1]))
            .toList());
  }

  private static Mark mark(OwnCheck own) {
    return switch (own.state()) {
      case DRAFT -> new Mark(Mark.Kind.OPEN, "Draft");
      case ACTIVE -> new Mark(Mark.Kind.ATTESTED, "Active");
      case RETIRED -> new Mark(Mark.Kind.EXPIRED, "Retired");
    };
  }

  private static String standing(OwnCheck own) {
    String next = next(own);
    return switch (own.state()) {
      case DRAFT -> "It counts nowhere yet. " + next;
      case ACTIVE ->
          own.behind()
              ? "An older text counts until this one is activated. " + next
              : "It counts from the scan after its activation.";
      case RETIRED -> "It counts no longer. " + next;
    };
  }

  private static String next(OwnCheck own) {
    if (own.ready()) {
      return "This text was tried and can be activated.";
    }
    return own.proven()
        ? "Its fixtures must hold before it can be activated."
        : "Try it on a cluster before it can be activated.";
  }

  private static List<Fact> facts(OwnCheck own) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.code("Id", own.slug()));
    facts.add(Fact.code("SHA-256", own.digest().substring(0, 12)));
    facts.add(
        Fact.of(
            "Written", Format.moment(own.createdAt(), ZoneOffset.UTC) + ", " + own.createdBy()));
    facts.add(
        Fact.of(
            "Last changed",
            Format.moment(own.changedAt(), ZoneOffset.UTC) + ", " + own.changedBy()));
    own.trial().ifPresent(trial -> facts.add(tried(own, trial)));
    own.trial()
        .flatMap(trial -> Optional.ofNullable(trial.cost()))
        .ifPresent(cost -> facts.add(Fact.of("Cost then", Trying.cost(cost))));
    return facts;
  }

  private static Fact tried(OwnCheck own, OwnCheck.Tried trial) {
    String which = trial.digest().equals(own.digest()) ? "" : "An earlier text. ";
    return Fact.of(
        "Last tried",
        "%s, on %s. %s%s"
            .formatted(
                Format.moment(trial.at(), ZoneOffset.UTC), trial.cluster(), which, trial.words()));
  }

  private List<OwncheckView.Option> clusters(String chosen) {
    return scans.fleet(Optional.empty()).clusters().stream()
        .filter(standing -> standing.scan().isPresent())
        .map(standing -> standing.cluster())
        .map(one ->
            new OwncheckView.Option(
                one.id().toString(), one.name(), one.id().toString().equals(chosen)))
        .toList();
  }
}
