package dev.plumbline.finding;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A stretch of a list of exceptions, the one that ends soonest first.
 *
 * @param next where the list goes on, empty at its end
 * @param total how many match in all
 */
public record WaiverPage(List<Waiver> waivers, Optional<Position> next, long total) {

  /**
   * The place of one exception in the list's order.
   *
   * @param expiresAt RFC 3339
   */
  public record Position(String expiresAt, UUID id) {

    static Position of(Waiver waiver) {
      return new Position(waiver.expiresAt().toString(), waiver.id());
    }
  }
}
