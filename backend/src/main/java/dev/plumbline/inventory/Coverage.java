package dev.plumbline.inventory;

import java.util.Map;

/** What was read of each kind; a kind that is not named was not read. */
public record Coverage(Map<Kind, Reading> readings) {

  public static final Reading NOT_READ = new Reading(State.NOT_READ, 0, "not read");

  public Coverage {
    readings = Map.copyOf(readings);
  }

  public Reading of(Kind kind) {
    return readings.getOrDefault(kind, NOT_READ);
  }

  /** Whether the whole population of a kind is known: read to the end, or not served at all. */
  public boolean complete(Kind kind) {
    return switch (of(kind).state()) {
      case COMPLETE, NOT_SERVED -> true;
      case PARTIAL, FORBIDDEN, FAILED, NOT_READ -> false;
    };
  }

  /**
   * How the reading of one kind ended.
   *
   * @param count objects read
   * @param cause what stood in the way
   * @param reason for people, empty when complete; names the missing verb when forbidden
   */
  public record Reading(State state, int count, Cause cause, String reason) {

    /** With the cause that such an end has when nothing more is known of it. */
    public Reading(State state, int count, String reason) {
      this(state, count, Cause.of(state), reason);
    }
  }

  /** What kept a kind from being read to its end. */
  public enum Cause {
    /** Nothing, or it was never asked for. */
    NONE,
    FORBIDDEN,
    /** A limit of time was reached. */
    TIMEOUT,
    /** A limit of size was reached. */
    TOO_LARGE,
    /** The answer was not what an API server says. */
    MALFORMED,
    /** The list changed faster than it could be read. */
    GONE,
    /** Anything else: unavailable, throttled, not reached. */
    ERROR;

    static Cause of(State state) {
      return switch (state) {
        case FORBIDDEN -> FORBIDDEN;
        case FAILED -> ERROR;
        case COMPLETE, PARTIAL, NOT_READ, NOT_SERVED -> NONE;
      };
    }
  }

  /** The end of a reading; only the first and the last give a whole population. */
  public enum State {
    /** Read to the end. */
    COMPLETE,
    /** Cut off: some objects were read, not all. */
    PARTIAL,
    /** Refused by the server's authorization. */
    FORBIDDEN,
    /** Timed out, unavailable, malformed, too large. */
    FAILED,
    /** Never asked for, or a dump without it. */
    NOT_READ,
    /** The server's discovery proves that it does not know the kind. */
    NOT_SERVED
  }
}
