package dev.plumbline;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.plumbline.scan.JobRunner;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wakes the background work. It knows no work itself: each kind of job has a few lanes, which the
 * replicas share, and a lane that is woken does what is due.
 */
@Configuration(proxyBeanMethods = false)
class AlarmClock {

  private static final int LANES = 4;
  private static final Duration TICK = Duration.ofSeconds(2);

  /** Waits for the migrations, whose tables it needs. */
  @Bean(initMethod = "start", destroyMethod = "stop")
  @ConditionalOnProperty(name = "plumbline.alarm-clock", matchIfMissing = true)
  Scheduler scheduler(DataSource source, FlywayMigrationInitializer migrated, JobRunner runner) {
    List<RecurringTask<Void>> lanes =
        runner.kinds().stream()
            .flatMap(
                kind -> IntStream.rangeClosed(1, LANES).mapToObj(lane -> lane(runner, kind, lane)))
            .toList();
    return Scheduler.create(source)
        .startTasks(lanes)
        .threads(Math.max(1, lanes.size()))
        .pollingInterval(TICK)
        .shutdownMaxWait(Duration.ofSeconds(15))
        .build();
  }

  private static RecurringTask<Void> lane(JobRunner runner, String kind, int lane) {
    return Tasks.recurring(kind + "-" + lane, FixedDelay.of(TICK))
        .execute((instance, context) -> runner.drain(kind));
  }
}
