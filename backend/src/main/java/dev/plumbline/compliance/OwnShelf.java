package dev.plumbline.compliance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The texts of frameworks that the current organisation wrote and published. */
interface OwnShelf {

  /** None at all. */
  OwnShelf EMPTY =
      new OwnShelf() {
        @Override
        public List<OwnText> inForce(Optional<Instant> at) {
          return List.of();
        }

        @Override
        public String yaml(OwnText text) {
          throw new IllegalArgumentException("there is no such text");
        }
      };

  /**
   * Those in force at an instant.
   *
   * @param at empty for now
   */
  List<OwnText> inForce(Optional<Instant> at);

  String yaml(OwnText text);
}
