package dev.plumbline.web.pages.ownframework;

import dev.plumbline.compliance.Control;
import dev.plumbline.compliance.ControlKind;
import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.compliance.Counts;
import dev.plumbline.compliance.FleetStanding.FleetControl;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.MalformedFramework;
import dev.plumbline.compliance.OwnFramework;
import dev.plumbline.compliance.OwnFrameworks;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.ControlMarks;
import dev.plumbline.web.pages.Editor;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.OwnMarks;
import dev.plumbline.web.pages.Urls;
import dev.plumbline.web.query.FrameworkPreviews;
import dev.plumbline.web.security.Access;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the view of one own framework. */
@Component
class OwnFrameworkSheet {

  private final OwnFrameworks own;
  private final FrameworkPreviews previews;

  OwnFrameworkSheet(OwnFrameworks own, FrameworkPreviews previews) {
    this.own = own;
    this.previews = previews;
  }

  /** By its newest text. */
  OwnframeworkView view(String slug, Access access) {
    return view(slug, own.get(slug).revision(), own.source(slug), access, null);
  }

  /**
   * By a text as typed.
   *
   * @param malformed why it was not kept, null where nothing was wrong with it
   */
  OwnframeworkView view(
      String slug,
      int revision,
      String text,
      Access access,
      @Nullable MalformedFramework malformed) {
    OwnFramework head = own.get(slug);
    boolean write = access.may(Permission.WRITE_RULES);
    boolean publish = access.may(Permission.PUBLISH_RULES);
    boolean saved = text.equals(own.source(slug));
    return new OwnframeworkView(
        slug,
        head.name(),
        OwnMarks.of(head),
        lede(head),
        revision,
        Editor.of(text, malformed == null ? List.of() : malformed.flaws()),
        malformed == null
            ? preview(slug, saved ? own.newest(slug) : own.read(slug, text), write && saved)
            : null,
        write,
        publish && head.changed() && saved,
        publish && head.inForce() != null,
        write && head.state() == OwnFramework.State.DRAFT,
        String.join(", ", own.hanging(slug)),
        own.revisions(slug).stream().map(one -> revision(slug, one)).toList(),
        head.inForce() == null ? null : "/frameworks/" + slug);
  }

  private static String lede(OwnFramework head) {
    String saved =
        "Revision %d, saved by %s on %s."
            .formatted(head.revision(), head.savedBy(), moment(head.savedAt()));
    return switch (head.state()) {
      case DRAFT -> saved + " It never counted.";
      case RETIRED -> saved + " It counts no more; the past keeps it.";
      case PUBLISHED ->
          head.changed()
              ? saved + " It waits: revision %d counts.".formatted(head.inForce())
              : saved + " It counts.";
    };
  }

  private OwnframeworkView.Preview preview(String slug, Framework framework, boolean write) {
    var preview = previews.of(framework);
    return new OwnframeworkView.Preview(
        "%s over %s%s"
            .formatted(
                Format.counted(framework.controls().size(), "control", "controls"),
                Format.counted(preview.clusters(), "scanned cluster", "scanned clusters"),
                preview
                    .score()
                    .map(score -> ". Score " + Format.score(score.rounded(4).doubleValue()))
                    .orElse("")),
        figures(preview.counts()),
        preview.standing().controls().stream().map(one -> row(slug, one, write)).toList());
  }

  private static List<OwnframeworkView.Figure> figures(Counts counts) {
    return List.of(
        figure(Mark.pass("Supported by evidence"), counts.pass(), "all it wants passes"),
        figure(Mark.fail("Failing"), counts.fail(), "at least one check fails"),
        figure(Mark.unknown("Unknown"), counts.unknown(), "not all it wants was judged"),
        figure(
            new Mark(Mark.Kind.OPEN, "For people"),
            counts.manual(),
            counts.of(ControlStatus.ATTESTED) + " attested"));
  }

  private static OwnframeworkView.Figure figure(Mark mark, long value, String note) {
    return new OwnframeworkView.Figure(mark, value, note);
  }

  private static OwnframeworkView.Row row(String slug, FleetControl standing, boolean write) {
    Control control = standing.control();
    return new OwnframeworkView.Row(
        control.id(),
        write ? "/own-frameworks/" + slug + "/controls/" + Urls.encode(control.id()) : null,
        control.topic(),
        words(control.kind()),
        wants(standing),
        ControlMarks.of(standing.status()));
  }

  private static String words(ControlKind kind) {
    return switch (kind) {
      case EVIDENCE -> "Checks";
      case PARTIAL -> "Checks and people";
      case NODE_ONLY -> "Files of nodes";
      case MANUAL -> "People";
      case PROVIDER -> "The provider";
      case NOT_IN_CLUSTER -> "Elsewhere";
    };
  }

  private static String wants(FleetControl standing) {
    var evidence = standing.evidence();
    long gone = evidence.stream().filter(one -> !one.built()).count();
    return Stream.of(
            Format.counted(evidence.size() - gone, "check", "checks"),
            gone == 0 ? "" : gone + " not there")
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static OwnframeworkView.Revision revision(String slug, OwnFramework.Revision one) {
    return new OwnframeworkView.Revision(
        one.number(),
        one.savedBy() + ", " + moment(one.savedAt()),
        one.terms().stream().map(OwnFrameworkSheet::term).collect(Collectors.joining("; ")),
        "/own-frameworks/" + slug + "/revisions/" + one.number() + "/yaml");
  }

  private static String term(OwnFramework.Term term) {
    Instant to = term.to();
    return to == null
        ? "since %s, published by %s".formatted(moment(term.from()), term.publishedBy())
        : "%s to %s, published by %s, ended by %s"
            .formatted(moment(term.from()), moment(to), term.publishedBy(), term.endedBy());
  }

  private static String moment(Instant at) {
    return Format.moment(at, ZoneOffset.UTC);
  }
}
