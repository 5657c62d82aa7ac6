package dev.plumbline.web.pages.nodes;

import dev.plumbline.web.pages.Code;
import dev.plumbline.web.pages.Mark;
import java.util.List;
import java.util.Map;

/**
 * What was seen on the nodes of one cluster.
 *
 * @param base address of the cluster
 * @param missing nodes of which there is no result
 * @param upload whether the person may hand in results
 * @param problems by field
 */
public record NodesView(
    String cluster,
    String base,
    String lede,
    List<Row> rows,
    List<String> missing,
    List<Item> failing,
    boolean upload,
    Map<String, String> problems,
    Code command,
    Code manifest) {

  /** One report. */
  public record Row(
      String node, Mark fresh, String taken, String benchmark, int pass, int fail, int open) {}

  /** One item that fails somewhere. */
  public record Item(String id, String title, String where) {}
}
