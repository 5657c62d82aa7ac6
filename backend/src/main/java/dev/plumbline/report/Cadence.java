package dev.plumbline.report;

import com.cronutils.descriptor.CronDescriptor;
import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.plumbline.tenant.Refused;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How often: a cron line of five fields, read in a time zone. */
public final class Cadence {

  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final int LOOKED_AT = 50;

  private final Cron cron;
  private final ExecutionTime times;
  private final ZoneId zone;

  private Cadence(Cron cron, ZoneId zone) {
    this.cron = cron;
    this.times = ExecutionTime.forCron(cron);
    this.zone = zone;
  }

  /** Reads what a person typed; refuses what never comes true or comes more often than hourly. */
  public static Cadence of(String cron, String zone, Instant now) {
    var cadence = new Cadence(parse(cron), zone(zone));
    var runs = cadence.next(now, LOOKED_AT);
    if (runs.isEmpty()) {
      throw new Refused("cron", "This date never comes.");
    }
    for (int i = 1; i < runs.size(); i++) {
      if (Duration.between(runs.get(i - 1), runs.get(i)).compareTo(SHORTEST) < 0) {
        throw new Refused("cron", "A report runs at most once an hour.");
      }
    }
    return cadence;
  }

  /** The next runs after an instant, fewer where there are no more. */
  public List<Instant> next(Instant after, int count) {
    var runs = new ArrayList<Instant>();
    Optional<Instant> run = next(after);
    while (run.isPresent() && runs.size() < count) {
      runs.add(run.get());
      run = next(run.get());
    }
    return List.copyOf(runs);
  }

  public Optional<Instant> next(Instant after) {
    return times.nextExecution(after.atZone(zone)).map(ZonedDateTime::toInstant);
  }

  /** The last run before an instant. */
  public Optional<Instant> previous(Instant before) {
    return times.lastExecution(before.atZone(zone)).map(ZonedDateTime::toInstant);
  }

  /** In plain words, such as "at 09:45 on Tuesday, Europe/Berlin". */
  public String words() {
    String words = CronDescriptor.instance(Locale.ENGLISH).describe(cron);
    return words
            .replaceAll("\\bat (\\d+) day\\b", "on day $1 of the month")
            .replaceAll("\\bat (\\d[\\w, ]*?) days\\b", "on days $1 of the month")
            .replaceAll("\\bat ([A-Z][\\w, ]*?) days?\\b", "on $1")
            .replaceAll("\\bat ([A-Z][\\w, ]*?) months?\\b", "in $1")
        + ", "
        + zone.getId();
  }

  private static Cron parse(String text) {
    if (text.length() > 100) {
      throw new Refused("cron", "A cron line has at most 100 characters.");
    }
    try {
      return PARSER.parse(text.strip()).validate();
    } catch (IllegalArgumentException e) {
      throw new Refused(
          "cron",
          "Five fields are needed: minute, hour, day of month, month, day of week. " + detail(e));
    }
  }

  /** What else is wrong with it; how many fields there were is said already. */
  private static String detail(IllegalArgumentException e) {
    String detail = String.valueOf(e.getMessage());
    return detail.contains(" parts ") ? "" : detail;
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text.strip());
    } catch (DateTimeException e) {
      throw new Refused("zone", "There is no such time zone.");
    }
  }
}
