package dev.plumbline.check.cel;

import dev.plumbline.check.cel.Guess.Constant;
import dev.plumbline.check.cel.Guess.Items;
import dev.plumbline.check.cel.Guess.Many;
import dev.plumbline.check.cel.Guess.Maybe;
import dev.plumbline.check.cel.Guess.Part;
import dev.plumbline.check.cel.Guess.Some;
import java.util.List;
import java.util.Optional;

/** What is known of a value that is made of others. */
final class Joins {

  private Joins() {}

  /** One side that decides is enough, even if the other fails. */
  static Guess joined(Guess left, Guess right, Guess decisive) {
    if (left.equals(decisive) || right.equals(decisive)) {
      return decisive;
    }
    if (left instanceof Constant && right instanceof Constant) {
      return left.equals(right) ? left : Guess.OPEN;
    }
    return truth(left) && truth(right) ? Guess.SOME : Guess.OPEN;
  }

  static boolean truth(Guess guess) {
    return guess instanceof Some || guess.equals(Guess.TRUE) || guess.equals(Guess.FALSE);
  }

  static Guess orValue(Guess optional, Guess otherwise) {
    return switch (optional) {
      case Constant(Optional<?> value) -> value.isPresent() ? new Constant(value.get()) : otherwise;
      case Maybe(String field) when otherwise instanceof Constant(Object value) ->
          new Part(field, false, Optional.of(value));
      default -> Guess.OPEN;
    };
  }

  static Guess flat(Guess lists) {
    return switch (lists) {
      case Many(Guess inner) when inner.equals(Guess.EMPTY) -> Guess.EMPTY;
      case Many(Many inner) -> inner;
      default -> Guess.OPEN;
    };
  }

  static Guess listed(List<Guess> all) {
    return all.stream().allMatch(Constant.class::isInstance)
        ? new Constant(all.stream().map(one -> ((Constant) one).value()).toList())
        : new Items(all);
  }

  static Optional<List<Guess>> items(Guess range) {
    return switch (range) {
      case Items(List<Guess> all) -> Optional.of(all);
      case Constant(List<?> all) ->
          Optional.of(all.stream().map(one -> (Guess) new Constant(one)).toList());
      default -> Optional.empty();
    };
  }
}
