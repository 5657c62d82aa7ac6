package dev.plumbline.check;

import dev.plumbline.check.Score.Fraction;
import dev.plumbline.check.Score.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one check's result puts into a score. */
final class Lines {

  private Lines() {}

  /** Empty only on positive evidence that there is nothing to judge. */
  static Optional<Line> of(CheckResult result) {
    return switch (result.state()) {
      case EMPTY, NOT_APPLICABLE -> Optional.empty();
      case UNKNOWN -> Optional.of(line(result.check(), new Part(Fraction.ZERO, Fraction.ONE)));
      case ASSESSED -> mean(parts(result)).map(part -> line(result.check(), part));
    };
  }

  /** Shares of one kind: passed, and not judged. */
  private record Part(Fraction value, Fraction unknown) {

    Part plus(Part other) {
      return new Part(value.plus(other.value), unknown.plus(other.unknown));
    }

    Part times(Fraction factor) {
      return new Part(value.times(factor), unknown.times(factor));
    }
  }

  private static Line line(Check check, Part part) {
    return new Line(check.id(), check.severity().weight(), part.value(), part.unknown());
  }

  private static List<Part> parts(CheckResult result) {
    var parts = new ArrayList<Part>();
    for (String kind : result.check().appliesTo()) {
      Tally tally = result.kinds().getOrDefault(kind, Tally.NONE);
      if (result.unread().contains(kind)) {
        parts.add(new Part(Fraction.ZERO, Fraction.ONE));
      } else if (tally.concerned() > 0) {
        parts.add(part(tally));
      }
    }
    return parts;
  }

  private static Part part(Tally tally) {
    return new Part(
        Fraction.of(tally.passed(), tally.concerned()),
        Fraction.of(tally.unknown(), tally.concerned()));
  }

  private static Optional<Part> mean(List<Part> parts) {
    return parts.stream().reduce(Part::plus).map(sum -> sum.times(Fraction.of(1, parts.size())));
  }
}
