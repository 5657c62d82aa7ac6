package dev.plumbline.report;

import dev.plumbline.compliance.Frameworks;
import dev.plumbline.scan.Jobs;
import dev.plumbline.tenant.Actor;
import dev.plumbline.tenant.Audit;
import dev.plumbline.tenant.Ids;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reports that come again and again; an active schedule always has its next run queued. */
@Component
@Transactional
public class Schedules {

  static final String KIND = "report-schedule";
  private static final int SHOWN = 3;

  private final ScheduleRows rows;
  private final Frameworks frameworks;
  private final Jobs jobs;
  private final Orders orders;
  private final Audit audit;
  private final Clock clock;

  Schedules(
      ScheduleRows rows,
      Frameworks frameworks,
      Jobs jobs,
      Orders orders,
      Audit audit,
      Clock clock) {
    this.orders = orders;
    this.rows = rows;
    this.frameworks = frameworks;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<Schedule> all() {
    return rows.all().stream().map(this::told).toList();
  }

  @Transactional(readOnly = true)
  public Schedule get(UUID id) {
    return rows.find(id).map(this::told).orElseThrow(() -> new NotHere("schedule"));
  }

  /** With what will keep it from its next run, where that is known already. */
  private Schedule told(Schedule schedule) {
    return schedule.paused().isEmpty() && !counts(schedule)
        ? schedule.paused(retired(schedule))
        : schedule;
  }

  private boolean counts(Schedule schedule) {
    return frameworks.find(schedule.framework()).isPresent();
  }

  private static String retired(Schedule schedule) {
    return "Its framework %s was retired. Publish it again or choose another, then save the schedule."
        .formatted(schedule.framework());
  }

  /** Runs no more where its framework was retired, until a person saves it anew. */
  void goOn(Schedule schedule, Instant run) {
    if (counts(schedule)) {
      queueAfter(schedule, run);
    } else {
      rows.update(schedule.paused(retired(schedule)));
      audit.record("schedule.paused", schedule.name(), retired(schedule));
    }
  }

  public Schedule create(Schedule.Draft draft) {
    var schedule = schedule(Ids.next(), draft, Actor.current().label());
    try {
      rows.insert(schedule, clock.instant());
    } catch (DuplicateKeyException e) {
      throw taken();
    }
    queue(schedule);
    audit.record("schedule.created", schedule.name(), schedule.cron() + " " + schedule.zone());
    return schedule;
  }

  public Schedule change(UUID id, Schedule.Draft draft) {
    var schedule = schedule(id, draft, get(id).createdBy());
    try {
      rows.update(schedule);
    } catch (DuplicateKeyException e) {
      throw taken();
    }
    queue(schedule);
    audit.record("schedule.changed", schedule.name(), schedule.cron() + " " + schedule.zone());
    return schedule;
  }

  public void delete(UUID id) {
    var schedule = get(id);
    jobs.withdraw(KIND, id);
    rows.delete(id);
    audit.record("schedule.deleted", schedule.name(), "");
  }

  /** Makes and mails the report of the period so far, without waiting for its hour. */
  public Report runNow(UUID id) {
    var schedule = get(id);
    if (!counts(schedule)) {
      throw new Refused("framework", retired(schedule));
    }
    var report = orders.order(schedule, clock.instant());
    audit.record("report.ordered", schedule.name(), report.at().toString());
    return report;
  }

  /** The next three runs of what a person has typed, or why there are none. */
  @Transactional(readOnly = true)
  public Preview preview(String cron, String zone) {
    var cadence = Cadence.of(cron, zone, clock.instant());
    return new Preview(cadence.words(), cadence.next(clock.instant(), SHOWN));
  }

  /**
   * What a cron line means.
   *
   * @param words in plain language
   * @param next the next runs
   */
  public record Preview(String words, List<Instant> next) {}

  Optional<Schedule> find(UUID id) {
    return rows.find(id);
  }

  /** Puts down the next run after an instant; runs that were missed become one. */
  void queueAfter(Schedule schedule, Instant run) {
    var now = clock.instant();
    var cadence = Cadence.of(schedule.cron(), schedule.zone(), now);
    var next =
        cadence
            .previous(now.plusNanos(1))
            .filter(run::isBefore)
            .or(() -> cadence.next(later(run, now)));
    next.ifPresent(at -> jobs.enqueue(KIND, schedule.id(), schedule.id() + "/" + at, at));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private void queue(Schedule schedule) {
    jobs.withdraw(KIND, schedule.id());
    if (schedule.active()) {
      queueAfter(schedule, clock.instant());
    }
  }

  private Schedule schedule(UUID id, Schedule.Draft draft, String by) {
    String name = draft.name().strip();
    if (name.isEmpty() || name.length() > 100) {
      throw new Refused("name", "A schedule's name has 1 to 100 characters.");
    }
    if (frameworks.find(draft.framework()).isEmpty()) {
      throw new Refused("framework", "There is no such framework.");
    }
    Cadence.of(draft.cron(), draft.zone(), clock.instant());
    return new Schedule(
        id,
        name,
        draft.framework(),
        draft.clusters(),
        draft.cron().strip(),
        draft.zone().strip(),
        Addresses.of(draft.recipients()),
        draft.attach(),
        draft.active(),
        "",
        by);
  }

  private static Refused taken() {
    return new Refused("name", "Another schedule has this name.");
  }
}
