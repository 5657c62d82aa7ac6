package dev.plumbline.web.pages.finding;

import dev.plumbline.finding.Finding;
import dev.plumbline.inventory.KubeObjects;
import dev.plumbline.web.pages.Code;
import dev.plumbline.web.pages.Format;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.springframework.stereotype.Component;

/** Shows the object a finding is about, as it was kept. */
@Component
class Evidence {

  private static final int LINES = 250;
  private static final DumpSettings YAML =
      DumpSettings.builder()
          .setDefaultFlowStyle(FlowStyle.BLOCK)
          .setWidth(120)
          .setSplitLines(false)
          .build();

  private final KubeObjects objects;

  Evidence(KubeObjects objects) {
    this.objects = objects;
  }

  /** The object as it stood at an instant; empty when it was not kept. */
  Optional<Shown> of(Finding finding, Instant at) {
    return objects.find(finding.cluster(), finding.subject(), at).map(Evidence::shown);
  }

  private static Shown shown(KubeObjects.Stored stored) {
    String yaml = new Dump(YAML).dumpToString(ordered(stored.object().document()));
    var lines = yaml.lines().toList();
    String cut = String.join("\n", lines.subList(0, Math.min(LINES, lines.size())));
    String note = lines.size() > LINES ? "first " + LINES + " of " + lines.size() + " lines" : "";
    return new Shown(
        Code.of("The object as kept, redacted", note, cut),
        "API "
            + stored.object().version()
            + ", as kept since "
            + Format.moment(stored.version().from(), ZoneOffset.UTC));
  }

  /** As people write manifests: what it is, its metadata, then the rest by name. */
  private static Map<String, Object> ordered(Map<String, Object> document) {
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (String first : List.of("apiVersion", "kind", "metadata")) {
      if (document.containsKey(first)) {
        ordered.put(first, document.get(first));
      }
    }
    new TreeMap<>(document).forEach(ordered::putIfAbsent);
    return ordered;
  }

  /**
   * An object as shown.
   *
   * @param source where it was read
   */
  record Shown(Code code, String source) {}
}
