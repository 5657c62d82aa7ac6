package dev.plumbline.web.query;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Severity;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.finding.FindingFilter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Understands a filter's terms as a question about findings. */
@Component
public class FindingQueries {

  private static final Pattern SPAN = Pattern.compile("(\\d{1,4})([hdw])");

  private final Clusters clusters;
  private final Catalogue catalogue;
  private final FrameworkChecks frameworks;
  private final Clock clock;

  FindingQueries(Clusters clusters, Catalogue catalogue, FrameworkChecks frameworks, Clock clock) {
    this.clusters = clusters;
    this.catalogue = catalogue;
    this.frameworks = frameworks;
    this.clock = clock;
  }

  /** The question, and what of the text was not understood. */
  public Understood understand(Query query, Optional<Instant> at) {
    var reading = new Reading(at, at.orElseGet(clock::instant));
    query.terms().forEach(reading::take);
    return new Understood(reading.filter(), reading.problems);
  }

  /**
   * A filter as understood.
   *
   * @param problems sentences, each naming the term
   */
  public record Understood(FindingFilter filter, List<String> problems) {}

  private final class Reading {
    private final Optional<Instant> at;
    private final Instant now;
    private final List<String> problems = new ArrayList<>();
    private final Set<Severity> severities = new HashSet<>();
    private final Set<UUID> inClusters = new HashSet<>();
    private final Set<String> namespaces = new HashSet<>();
    private final Set<String> kinds = new HashSet<>();
    private final Set<FindingFilter.Status> statuses = new HashSet<>();
    private final List<String> words = new ArrayList<>();
    private Optional<Set<String>> checks = Optional.empty();
    private Optional<Instant> since = Optional.empty();

    Reading(Optional<Instant> at, Instant now) {
      this.at = at;
      this.now = now;
    }

    void take(Term term) {
      switch (term.key()) {
        case "" -> words.addAll(term.values());
        case "severity" -> term.values().forEach(value -> severity(term, value));
        case "cluster" -> term.values().forEach(value -> cluster(term, value));
        case "ns", "namespace" -> namespaces.addAll(term.values());
        case "kind" -> kinds.addAll(term.values());
        case "check" -> narrow(term, Set.copyOf(term.values()), known(term));
        case "framework" -> framework(term);
        case "new" -> since(term);
        case "status" -> term.values().forEach(value -> status(term, value));
        default -> problems.add("“" + term.key() + "” is not a key of this filter.");
      }
    }

    private void severity(Term term, String value) {
      try {
        severities.add(Severity.valueOf(value.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        problem(term, value + " is no severity");
      }
    }

    private void status(Term term, String value) {
      switch (value) {
        case "open" -> statuses.add(FindingFilter.Status.OPEN);
        case "excepted" -> statuses.add(FindingFilter.Status.EXCEPTED);
        default -> problem(term, "a status is open or excepted");
      }
    }

    private void cluster(Term term, String value) {
      clusters
          .find(value)
          .map(Cluster::id)
          .ifPresentOrElse(
              inClusters::add,
              () -> {
                inClusters.add(new UUID(0, 0));
                problem(term, "there is no cluster " + value);
              });
    }

    private boolean known(Term term) {
      var unknown =
          term.values().stream().filter(value -> catalogue.find(value).isEmpty()).toList();
      unknown.forEach(value -> problem(term, "there is no check " + value));
      return unknown.isEmpty();
    }

    private void framework(Term term) {
      Set<String> asked =
          term.values().stream()
              .flatMap(value -> frameworks.checks(value, at).stream())
              .collect(Collectors.toSet());
      boolean found = term.values().stream().allMatch(value -> frameworks.knows(value, at));
      if (!found) {
        problem(term, "there is no such framework or control");
      }
      narrow(term, asked, found);
    }

    private void narrow(Term term, Set<String> wanted, boolean understood) {
      if (understood || !wanted.isEmpty()) {
        Set<String> both = new HashSet<>(checks.orElse(wanted));
        both.retainAll(wanted);
        checks = Optional.of(both);
      }
    }

    private void since(Term term) {
      var span = SPAN.matcher(term.values().getFirst());
      if (!span.matches()) {
        problem(term, "a span looks like 24h, 7d or 4w");
        return;
      }
      long number = Long.parseLong(span.group(1));
      since =
          Optional.of(
              now.minus(
                  switch (span.group(2)) {
                    case "h" -> Duration.ofHours(number);
                    case "w" -> Duration.ofDays(7 * number);
                    default -> Duration.ofDays(number);
                  }));
    }

    private void problem(Term term, String why) {
      problems.add("“" + term.text() + "”: " + why + ".");
    }

    FindingFilter filter() {
      return new FindingFilter(
          at,
          severities,
          inClusters,
          checks.map(some -> some.isEmpty() ? Set.of("none") : some).orElse(Set.of()),
          namespaces,
          kinds,
          String.join(" ", words),
          since,
          statuses);
    }
  }
}
