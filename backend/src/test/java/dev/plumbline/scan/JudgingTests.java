package dev.plumbline.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.Evaluated;
import dev.plumbline.check.Evaluator;
import dev.plumbline.check.Memory;
import dev.plumbline.check.Score;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class JudgingTests {

  private static final UUID CLUSTER = UUID.randomUUID();
  private static final String MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m%d}\n";
  private static final Assessment NOTHING =
      new Assessment("1", "", List.of(), new Score(List.of()));

  private final Noting evaluator = new Noting();
  private final Judging judging = new Judging(evaluator, new Memories(DataSize.ofBytes(100), 2));

  @Test
  void whatIsWorthRememberingIsHandedToTheNextLook() {
    judge(2);
    judge(2);
    assertThat(evaluator.asked).containsExactly("after 0", "after 7");
  }

  @Test
  void whatIsTooLargeToRememberIsJudgedWholeEachTime() {
    judge(3);
    judge(3);
    judge(2);
    assertThat(evaluator.asked).containsExactly("whole", "whole", "after 0");
  }

  private void judge(int objects) {
    var yaml = new StringBuilder();
    for (int i = 0; i < objects; i++) {
      yaml.append("---\n").append(MAP.formatted(i));
    }
    Snapshot snapshot = Manifests.snapshot(yaml.toString());
    assertThat(Tenant.call(new UUID(1, 1), () -> judging.judge(CLUSTER, snapshot)))
        .isSameAs(NOTHING);
  }

  /** Notes how it was asked. */
  private static final class Noting implements Evaluator {
    final List<String> asked = new ArrayList<>();

    @Override
    public Assessment evaluate(Snapshot snapshot) {
      asked.add("whole");
      return NOTHING;
    }

    @Override
    public Evaluated evaluate(Snapshot snapshot, Memory before) {
      asked.add("after " + before.bytes());
      return new Evaluated(NOTHING, () -> 7, 1, 0);
    }
  }
}
