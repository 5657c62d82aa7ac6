package dev.plumbline.web.pages;

import dev.plumbline.compliance.OwnFramework;

/** The states of own frameworks in words. */
public final class OwnMarks {

  private OwnMarks() {}

  public static Mark of(OwnFramework own) {
    return switch (own.state()) {
      case DRAFT -> new Mark(Mark.Kind.OPEN, "Draft");
      case PUBLISHED ->
          Mark.pass(own.changed() ? "Counts by revision %d".formatted(own.inForce()) : "Counts");
      case RETIRED -> new Mark(Mark.Kind.NOT_APPLICABLE, "Retired");
    };
  }
}
