package dev.plumbline.check.engine;

import dev.plumbline.check.Outcome;
import dev.plumbline.check.Outcome.Reason;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Kind;

/** Why something is unknown, told by how reading it ended. */
final class Reasons {

  private Reasons() {}

  static Outcome.Unknown of(Coverage.State state, String why) {
    return new Outcome.Unknown(reason(state), why);
  }

  static Outcome.Unknown unread(Kind kind, Coverage.Reading reading) {
    String why = reading.reason().isEmpty() ? words(reading.state()) : reading.reason();
    return new Outcome.Unknown(reason(reading.cause()), kind.name() + ": " + why);
  }

  private static Reason reason(Coverage.Cause cause) {
    return switch (cause) {
      case NONE -> Reason.NOT_READ;
      case FORBIDDEN -> Reason.FORBIDDEN;
      case TIMEOUT -> Reason.TIMEOUT;
      case TOO_LARGE -> Reason.TOO_LARGE;
      case MALFORMED -> Reason.MALFORMED;
      case GONE -> Reason.GONE;
      case ERROR -> Reason.ERROR;
    };
  }

  private static Reason reason(Coverage.State state) {
    return switch (state) {
      case FORBIDDEN -> Reason.FORBIDDEN;
      case FAILED -> Reason.ERROR;
      case COMPLETE, NOT_SERVED, PARTIAL, NOT_READ -> Reason.NOT_READ;
    };
  }

  private static String words(Coverage.State state) {
    return state.name().toLowerCase().replace('_', ' ');
  }
}
