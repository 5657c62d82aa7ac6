package dev.plumbline.report.framework;

import dev.plumbline.report.Made;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** SHA-256 over the result set: the same scope, instant and rules give the same digest. */
final class Digest {

  private Digest() {}

  static String of(Material material) {
    var lines = new ArrayList<String>();
    lines.add(line("framework", material.framework().id(), material.framework().mappingVersion()));
    lines.add(line("at", material.at().toString()));
    for (var cluster : material.closing().clusters()) {
      String id = cluster.cluster().toString();
      cluster
          .controls()
          .forEach(one -> lines.add(line("control", id, one.control().id(), one.status().name())));
    }
    material.findings().stream()
        .map(one -> line("finding", one.id().toString(), one.from().toString()))
        .sorted()
        .forEach(lines::add);
    material.findings().stream()
        .flatMap(one -> material.accepted().of(one).stream())
        .map(one -> line("exception", one.id().toString(), one.finding().toString()))
        .sorted()
        .forEach(lines::add);
    return Made.sha256(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  private static String line(String... fields) {
    return String.join("\t", fields);
  }
}
