package dev.plumbline.check.engine;

import dev.plumbline.inventory.Workload;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Workloads that a fact points to, as expressions see them: each made when it is looked at. */
final class WorkloadList extends AbstractList<Object> implements RandomAccess {

  private final List<Workload> workloads;
  private final Function<Workload, Object> shown;

  WorkloadList(List<Workload> workloads, Function<Workload, Object> shown) {
    this.workloads = workloads;
    this.shown = shown;
  }

  /** The workloads that a component of a fact's record is; none where it is something else. */
  @SuppressWarnings("unchecked")
  static List<Workload> of(@Nullable Object component) {
    return component instanceof List<?> list
            && !list.isEmpty()
            && list.getFirst() instanceof Workload
        ? (List<Workload>) list
        : List.of();
  }

  @Override
  public Object get(int place) {
    return shown.apply(workloads.get(place));
  }

  @Override
  public int size() {
    return workloads.size();
  }
}
