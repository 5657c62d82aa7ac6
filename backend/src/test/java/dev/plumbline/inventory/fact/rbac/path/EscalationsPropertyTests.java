package dev.plumbline.inventory.fact.rbac.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.fact.rbac.Rbac;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EscalationsPropertyTests {

  private static final int CLUSTERS = 500;

  @Test
  void everyShortestPathIsAsLongAsTheOneFoundByAskingEverything() {
    var lengths = new TreeMap<Integer, Integer>();
    var techniques = new TreeSet<Technique>();
    for (long seed = 0; seed < CLUSTERS; seed++) {
      World world = new World(seed);
      var escalations = Escalations.of(Rbac.of(world.snapshot()), world.snapshot());
      var naive = new Naive(world);
      var subjects = new TreeSet<>(java.util.Comparator.comparing(Place::label));
      world.bindings.forEach(binding -> subjects.addAll(binding.subjects()));
      for (Place subject : subjects) {
        var path = escalations.from(subject);
        int length = path.map(Path::length).orElse(-1);
        assertThat(length)
            .as(
                "seed %d, %s by %s; naive %s",
                seed,
                subject.label(),
                path.map(it -> it.steps().stream().map(Step::what).toList()),
                naive.way(subject))
            .isEqualTo(naive.distance(subject));
        lengths.merge(length, 1, Integer::sum);
        path.ifPresent(it -> it.steps().forEach(step -> techniques.add(step.technique())));
      }
    }
    assertThat(lengths.keySet()).contains(-1, 1, 2, 3);
    assertThat(techniques).hasSizeGreaterThan(18);
  }

  @Test
  void theStepsOfAPathHoldTogether() {
    for (long seed = 0; seed < 300; seed++) {
      World world = new World(seed);
      for (Path path : Escalations.of(Rbac.of(world.snapshot()), world.snapshot()).paths()) {
        assertThat(path.steps().getFirst().from()).isEqualTo(path.from());
        assertThat(path.steps().getLast().to()).isEqualTo(Place.TARGET);
        for (int i = 1; i < path.steps().size(); i++) {
          assertThat(path.steps().get(i).from()).isEqualTo(path.steps().get(i - 1).to());
        }
      }
    }
  }

  @Test
  void aPathIsBlockedWhereItIsOpenWithoutAdmissionOnly() {
    int blocked = 0;
    for (long seed = 0; seed < CLUSTERS; seed++) {
      World world = new World(seed);
      var escalations = Escalations.of(Rbac.of(world.snapshot()), world.snapshot());
      world.closedToPods.clear();
      world.closedToContainers.clear();
      var naive = new Naive(world);
      for (var binding : world.bindings) {
        for (Place subject : binding.subjects()) {
          boolean open = escalations.from(subject).isPresent();
          var path = escalations.blocked(subject);
          assertThat(path.isPresent())
              .as("seed %d, %s; naive %s", seed, subject.label(), naive.way(subject))
              .isEqualTo(!open && naive.distance(subject) >= 0);
          path.ifPresent(it -> assertThat(it.blocks()).isNotEmpty());
          blocked += path.isPresent() ? 1 : 0;
        }
      }
    }
    assertThat(blocked).isGreaterThan(20);
  }
}
