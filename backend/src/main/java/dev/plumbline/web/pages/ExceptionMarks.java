package dev.plumbline.web.pages;

import dev.plumbline.finding.Waiver;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How exceptions are shown: square would be a statement, but a failure stays a failure. */
public final class ExceptionMarks {

  private ExceptionMarks() {}

  /** Where an exception stands. */
  public static Mark of(Waiver.State state) {
    return switch (state) {
      case REQUESTED -> new Mark(Mark.Kind.OPEN, "Waits for a second person");
      case APPROVED -> new Mark(Mark.Kind.EXCEPTED, "In force");
      case REFUSED -> new Mark(Mark.Kind.NOT_APPLICABLE, "Refused");
      case WITHDRAWN -> new Mark(Mark.Kind.NOT_APPLICABLE, "Withdrawn");
      case EXPIRED -> new Mark(Mark.Kind.EXPIRED, "Run out");
    };
  }

  /** Where a failing finding stands. */
  public static Mark failing(Optional<Waiver> inForce) {
    return inForce
        .map(one -> new Mark(Mark.Kind.EXCEPTED, "Excepted until " + lastDay(one)))
        .orElseGet(() -> Mark.fail("Open"));
  }

  /** The last day on which it holds, in UTC. */
  public static String lastDay(Waiver waiver) {
    return Format.day(day(waiver.expiresAt()));
  }

  /** To the end of a day, in UTC, as forms name it; {@code Refused} where it is none. */
  public static Instant end(String day) {
    try {
      return LocalDate.parse(day.strip()).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new dev.plumbline.tenant.Refused("expiresAt", "Name the last day it holds.");
    }
  }

  /** The last day an exception asked for now may hold, as a date field takes it. */
  public static String latest(Instant now) {
    return day(now.plus(dev.plumbline.finding.Waivers.LONGEST)).minusDays(1).toString();
  }

  private static LocalDate day(Instant end) {
    return end.minusNanos(1).atZone(ZoneOffset.UTC).toLocalDate();
  }
}
