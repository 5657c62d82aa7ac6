package dev.plumbline.web.pages.exceptions;

import dev.plumbline.finding.Waiver;
import dev.plumbline.finding.WaiverFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Where exceptions stand, as the page parts them. */
enum Shelf {
  WAITING("Wait for approval"),
  SOON("End within 14 days"),
  ACTIVE("In force"),
  OVER("Over");

  private static final Duration FORTNIGHT = Duration.ofDays(14);

  private final String words;

  Shelf(String words) {
    this.words = words;
  }

  static Shelf of(String name) {
    for (Shelf shelf : values()) {
      if (shelf.key().equals(name)) {
        return shelf;
      }
    }
    return WAITING;
  }

  /** As the address names it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String words() {
    return words;
  }

  WaiverFilter narrow(WaiverFilter filter) {
    return switch (this) {
      case WAITING -> filter.in(Waiver.State.REQUESTED);
      case SOON -> filter.in(Waiver.State.APPROVED).endingBefore(soon(filter.at()));
      case ACTIVE -> filter.in(Waiver.State.APPROVED);
      case OVER -> filter.in(Waiver.State.REFUSED, Waiver.State.WITHDRAWN, Waiver.State.EXPIRED);
    };
  }

  static Instant soon(Instant now) {
    return now.plus(FORTNIGHT);
  }
}
