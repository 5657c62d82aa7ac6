package dev.plumbline.web.pages.access;

import dev.plumbline.inventory.fact.rbac.Holding;
import dev.plumbline.inventory.fact.rbac.Question;
import dev.plumbline.inventory.fact.rbac.Subject;
import dev.plumbline.inventory.fact.rbac.path.Path;
import dev.plumbline.scan.Standing;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Urls;
import dev.plumbline.web.query.AccessMap;
import dev.plumbline.web.query.AccessWords;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the three views of access to one cluster. */
final class AccessSheet {

  private static final int WAYS = 50;
  private static final int ROWS = 200;

  private final AccessMap map;
  private final Standing standing;
  private final AsOf asOf;

  AccessSheet(AccessMap map, Standing standing, AsOf asOf) {
    this.map = map;
    this.standing = standing;
    this.asOf = asOf;
  }

  AccessView.Paths paths() {
    List<Path> all = map.escalations().paths();
    return new AccessView.Paths(
        group(all.stream().filter(path -> !path.platform()).toList()),
        group(all.stream().filter(Path::platform).toList()),
        group(map.escalations().blocked()));
  }

  private AccessView.Group group(List<Path> paths) {
    return new AccessView.Group(
        paths.size(), paths.stream().limit(WAYS).map(this::way).toList(), more(paths.size(), WAYS));
  }

  private static @Nullable String more(int all, int shown) {
    return all > shown ? "%s more are in the export.".formatted(Format.count(all - shown)) : null;
  }

  private AccessView.Way way(Path path) {
    String subject = path.from().label();
    return new AccessView.Way(
        subject,
        Format.counted(path.length(), "step", "steps"),
        path.open() ? path.steps().getFirst().what() : "It is " + path.blocked() + ".",
        !path.open(),
        what(subject),
        path.steps().stream()
            .map(step ->
                new AccessView.Step(
                    step.what(),
                    step.why(),
                    step.rests().stream().map(grant -> grant.basis()).distinct().toList(),
                    step.to().label(),
                    step.block().isPresent()))
            .toList());
  }

  private String what(String subject) {
    return asOf.keep(
        "/access/what?cluster="
            + Urls.encode(standing.cluster().alias())
            + "&subject="
            + Urls.encode(subject));
  }

  AccessView.Who who(String verb, String resource, String name, String namespace) {
    if (verb.isBlank() && resource.isBlank()) {
      return new AccessView.Who(
          "", "", name, namespace, false, null, "", List.of(), List.of(), null);
    }
    try {
      return answer(AccessWords.question(verb, resource, name, namespace), resource);
    } catch (Refused refused) {
      return new AccessView.Who(
          verb, resource, name, namespace, false, refused.why(), "", List.of(), List.of(), null);
    }
  }

  private AccessView.Who answer(Question question, String resource) {
    List<Holding> found = map.rbac().who(question);
    List<AccessView.Right> own = rights(found, false);
    List<AccessView.Right> platform = rights(found, true);
    String sentence =
        "%s by bindings may %s %s%s%s."
            .formatted(
                Format.counted(own.size() + platform.size(), "subject", "subjects"),
                question.verb(),
                resource.strip(),
                question.name().isEmpty() ? "" : " named " + question.name(),
                question.namespace().isEmpty() ? "" : " in namespace " + question.namespace());
    return new AccessView.Who(
        question.verb(),
        resource,
        question.name(),
        question.namespace(),
        true,
        null,
        sentence,
        own.stream().limit(ROWS).toList(),
        platform.stream().limit(ROWS).toList(),
        more(Math.max(own.size(), platform.size()), ROWS));
  }

  private List<AccessView.Right> rights(List<Holding> found, boolean platform) {
    return found.stream()
        .filter(holding -> map.escalations().platform(holding.subject()) == platform)
        .map(AccessSheet::right)
        .distinct()
        .toList();
  }

  private static AccessView.Right right(Holding holding) {
    return new AccessView.Right(
        holding.subject().label(),
        String.join(", ", holding.rule().verbs()),
        AccessWords.resources(holding.rule()),
        String.join(", ", holding.rule().resourceNames()),
        AccessWords.where(holding.binding()),
        AccessWords.by(holding.binding()));
  }

  AccessView.What what(String subject, String filter) {
    List<AccessView.SubjectRow> own = subjects(false, filter);
    List<AccessView.SubjectRow> platform = subjects(true, filter);
    String more = more(Math.max(own.size(), platform.size()), ROWS);
    List<AccessView.SubjectRow> firstOwn = own.stream().limit(ROWS).toList();
    List<AccessView.SubjectRow> firstPlatform = platform.stream().limit(ROWS).toList();
    if (subject.isBlank()) {
      return new AccessView.What(filter, null, "", List.of(), null, firstOwn, firstPlatform, more);
    }
    try {
      var asked = AccessWords.subject(subject);
      return rights(asked, firstOwn, firstPlatform, more);
    } catch (Refused refused) {
      return new AccessView.What(
          subject, refused.why(), "", List.of(), null, firstOwn, firstPlatform, more);
    }
  }

  private AccessView.What rights(
      AccessWords.Asked asked,
      List<AccessView.SubjectRow> own,
      List<AccessView.SubjectRow> platform,
      @Nullable String more) {
    var identity = AccessMap.identity(asked.kind(), asked.namespace(), asked.name());
    List<AccessView.Right> rights =
        map.rbac().what(identity).stream().map(AccessSheet::right).distinct().toList();
    AccessView.Way way =
        map.escalations()
            .from(asked.kind(), asked.namespace(), asked.name())
            .or(() -> map.escalations().blocked(asked.kind(), asked.namespace(), asked.name()))
            .map(this::way)
            .orElse(null);
    String sentence =
        "%s holds %s%s."
            .formatted(
                asked.label(),
                Format.counted(rights.size(), "rule", "rules"),
                rights.isEmpty() ? "" : ", by its own bindings and by its groups'");
    return new AccessView.What(
        asked.label(),
        null,
        sentence,
        rights.stream().limit(ROWS).toList(),
        way,
        own,
        platform,
        more);
  }

  private List<AccessView.SubjectRow> subjects(boolean platform, String filter) {
    return map.subjects().stream()
        .filter(subject -> map.escalations().platform(subject) == platform)
        .filter(subject -> subject.label().contains(filter.strip()))
        .map(this::row)
        .toList();
  }

  private AccessView.SubjectRow row(Subject subject) {
    String reaches =
        map.escalations()
            .from(subject)
            .map(path -> Format.counted(path.length(), "step", "steps") + " to administrator")
            .or(() -> map.escalations().blocked(subject).map(AccessSheet::stopped))
            .orElse(null);
    return new AccessView.SubjectRow(subject.label(), what(subject.label()), reaches);
  }

  private static String stopped(Path path) {
    return "way to administrator " + path.blocked();
  }

  List<String> gaps() {
    String missing =
        map.unread().stream()
            .filter(AccessMap.Unread::decisive)
            .map(it -> it.kind() + " (" + it.reason() + ")")
            .collect(Collectors.joining(", "));
    String helpful =
        map.unread().stream()
            .filter(it -> !it.decisive())
            .map(AccessMap.Unread::kind)
            .collect(Collectors.joining(", "));
    var gaps = new java.util.ArrayList<String>();
    if (!missing.isEmpty()) {
      gaps.add("No answer here is whole: not read were " + missing + ".");
    }
    if (!helpful.isEmpty()) {
      gaps.add("Paths may be missing: not read were " + helpful + ".");
    }
    return gaps;
  }
}
