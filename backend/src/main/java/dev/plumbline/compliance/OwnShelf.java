package dev.plumbline.compliance;

import java.time.Instant;
import java.util.List;

/** The frameworks that the current organisation wrote and published. */
interface OwnShelf {

  /** None at all. */
  OwnShelf EMPTY =
      new OwnShelf() {
        @Override
        public List<Framework> now() {
          return List.of();
        }

        @Override
        public List<Framework> at(Instant instant) {
          return List.of();
        }
      };

  /** Those in force. */
  List<Framework> now();

  /** Those that were in force at an instant, by the text of then. */
  List<Framework> at(Instant instant);
}
