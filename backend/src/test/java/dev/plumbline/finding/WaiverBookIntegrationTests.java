package dev.plumbline.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Score;
import dev.plumbline.check.Score.Fraction;
import dev.plumbline.finding.Waiver.State;
import dev.plumbline.scan.Scan;
import dev.plumbline.testing.PlumblineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@PlumblineTest
class WaiverBookIntegrationTests extends WaiverScene {

  @Test
  void theListKnowsTheSameStatesAsTheRecord() {
    var random = new Random(3);
    for (int i = 0; i < 12; i++) {
      UUID id = asked(next());
      clock.advance(Duration.ofHours(random.nextInt(20)));
      int deed = random.nextInt(4);
      as(
          OTHER,
          () -> {
            if (deed == 1) {
              waivers.approve(List.of(id), "");
            } else if (deed == 2) {
              waivers.refuse(List.of(id), "");
            } else if (deed == 3) {
              waivers.withdraw(List.of(id));
            }
          });
    }
    Instant end = clock.instant().plus(Duration.ofDays(35));
    for (Instant at = end.minus(Duration.ofDays(60));
        at.isBefore(end);
        at = at.plusSeconds(50_000)) {
      Instant moment = at;
      in(() -> {
        for (State state : State.values()) {
          var filter = WaiverFilter.at(moment);
          var expected =
              book.all(filter).stream()
                  .filter(one -> one.stateAt(moment) == state)
                  .map(Waiver::id)
                  .toList();
          assertThat(book.all(filter.in(state))).extracting(Waiver::id).isEqualTo(expected);
          assertThat(book.count(filter.in(state))).isEqualTo(expected.size());
        }
        return "";
      });
    }
  }

  @Test
  void theListIsReadPageByPage() {
    for (int i = 0; i < 5; i++) {
      asked(next());
    }
    in(() -> {
      var filter = WaiverFilter.at(clock.instant());
      var read = new ArrayList<UUID>();
      Optional<WaiverPage.Position> after = Optional.empty();
      do {
        var page = book.page(filter, after.orElse(null), 2);
        page.waivers().forEach(one -> read.add(one.id()));
        after = page.next();
      } while (after.isPresent());
      assertThat(read).doesNotHaveDuplicates().hasSize((int) book.count(filter));
      return "";
    });
  }

  @Test
  void theScoreWithExceptionsRisesByWhatIsInForceAndFallsBackWhenItRunsOut() {
    Scan scan = in(() -> scans.latest(Optional.empty()).getFirst());
    var own = open.stream().filter(one -> one.cluster().equals(scan.cluster())).toList();
    Fraction without = with(scan, clock.instant().minus(Duration.ofDays(100)));
    Fraction before = with(scan, clock.instant());
    assertThat(without).isEqualTo(scan.result().flatMap(Scan.Result::score).orElseThrow());
    var weighty = own.stream().filter(this::weighs).limit(20).map(Finding::id).toList();
    var rest = weighty.stream().filter(id -> !inForce(id, clock.instant())).toList();
    var ids = as(ASKER, () -> waivers.request(draft(rest))).stream().map(Waiver::id).toList();
    assertThat(with(scan, clock.instant())).isEqualTo(before);
    as(OTHER, () -> waivers.approve(ids, ""));
    assertThat(with(scan, clock.instant())).isGreaterThan(before);
    assertThat(with(scan, clock.instant().plus(Duration.ofDays(300)))).isEqualTo(without);
    as(OTHER, () -> waivers.withdraw(ids));
    assertThat(with(scan, clock.instant())).isEqualTo(before);
  }

  private boolean weighs(Finding finding) {
    return finding.severity().weight() > 0
        && in(() -> book.waiting(List.of(finding.id()), clock.instant())).isEmpty();
  }

  /** The score of a scan where what was in force at an instant counts as passed. */
  private Fraction with(Scan scan, Instant at) {
    return in(() -> {
      var said = tallies.ofScan(scan.id());
      var forgiven = book.forgiven(Map.of(scan.cluster(), said), at);
      return new Score(said.stream().flatMap(one -> one.line().stream()).toList())
          .forgiving(forgiven.getOrDefault(scan.cluster(), Map.of()))
          .value()
          .orElseThrow();
    });
  }
}
