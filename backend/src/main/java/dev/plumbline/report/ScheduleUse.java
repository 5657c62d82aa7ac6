package dev.plumbline.report;

import dev.plumbline.compliance.FrameworkUse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Schedules of reports hang on their framework. */
@Component
class ScheduleUse implements FrameworkUse {

  private final ScheduleRows rows;

  ScheduleUse(ScheduleRows rows) {
    this.rows = rows;
  }

  @Override
  @Transactional(readOnly = true)
  public int count(String framework) {
    return (int) rows.all().stream().filter(one -> one.framework().equals(framework)).count();
  }

  @Override
  public Words words() {
    return new Words("schedule of reports", "schedules of reports");
  }
}
