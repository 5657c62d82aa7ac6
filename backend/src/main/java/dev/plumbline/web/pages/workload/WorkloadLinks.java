package dev.plumbline.web.pages.workload;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Urls;
import java.util.Optional;

/** Addresses of workloads' pages. */
public final class WorkloadLinks {

  private static final Kind POD = Kind.core("Pod");

  private WorkloadLinks() {}

  /**
   * The page of a workload.
   *
   * @param cluster its alias
   */
  public static String href(String cluster, ObjectKey key, AsOf asOf) {
    return asOf.keep(
        "/workloads/%s/%s/%s/%s"
            .formatted(
                Urls.encode(cluster),
                Urls.encode(key.namespace()),
                Urls.encode(key.kind().name()),
                Urls.encode(key.name())));
  }

  /** The page of an object, where it is a workload by its kind. */
  public static Optional<String> find(String cluster, ObjectKey key, AsOf asOf) {
    boolean workload = Workloads.CONTROLLERS.contains(key.kind()) || key.kind().equals(POD);
    return workload && !key.namespace().isEmpty()
        ? Optional.of(href(cluster, key, asOf))
        : Optional.empty();
  }
}
