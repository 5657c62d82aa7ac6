package dev.plumbline.web.pages.workload;

import dev.plumbline.check.Severity;
import dev.plumbline.web.pages.Fact;
import dev.plumbline.web.pages.Link;
import dev.plumbline.web.pages.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One workload.
 *
 * @param facts cluster, pods, ServiceAccount
 * @param ways from outside
 * @param waysNote what of the ways is not known, or that there is none; empty when neither
 * @param outward where it may connect to outside, as a sentence
 * @param policies that hold for its pods
 * @param doubts what of them is not understood
 * @param rights of its ServiceAccount
 * @param escalation how these lead to administrator of everything, a sentence for each step; empty
 *     where they do not
 * @param blocked what alone keeps them from leading there, as {@code blocked by … in namespace
 *     shop}; null where they do, or would not anyway
 * @param open its findings, as a link to the list
 */
public record WorkloadView(
    String kind,
    String namespace,
    String name,
    List<Link> crumbs,
    List<Fact> facts,
    List<WayRow> ways,
    String waysNote,
    Partners sources,
    Partners targets,
    String outward,
    List<Link> policies,
    List<String> doubts,
    List<Fact> mesh,
    List<ImageRow> images,
    String imagesNote,
    List<Fact> rights,
    List<String> escalation,
    @Nullable String blocked,
    List<Fact> admission,
    Link open,
    List<FindingRow> findings) {

  /**
   * A way from outside.
   *
   * @param admits who gets past the policies
   */
  public record WayRow(
      String type, String via, String at, String port, Mark transport, Mark admits) {}

  /**
   * The workloads at the other end.
   *
   * @param summary such as {@code 3 of 12 other workloads}
   * @param rows the first of them
   * @param more how many more there are
   */
  public record Partners(String summary, List<PartnerRow> rows, int more) {}

  /**
   * One workload at the other end.
   *
   * @param because which policies let the connection through
   */
  public record PartnerRow(
      String kind,
      String namespace,
      String name,
      String href,
      String ports,
      String because,
      Mark verdict,
      Mark traffic) {}

  /** An image of a container. */
  public record ImageRow(String container, String image, String digest, Mark mark) {}

  /** A finding that is open. */
  public record FindingRow(Severity severity, String title, String message, String href) {}
}
