package dev.plumbline.check.catalogue;

import dev.plumbline.check.Flaw;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ManifestReader;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Whether manifests that came with an own check can be read as objects of a cluster. */
final class FixtureForm {

  private FixtureForm() {}

  static List<Flaw> of(String field, String manifests, YamlPlaces places) {
    try {
      Optional<Flaw> form = OwnCheckFile.unreadableFixture(manifests);
      if (form.isPresent()) {
        Flaw flaw = form.get();
        return List.of(places.flaw(field, flaw.line(), flaw.column(), flaw.detail()));
      }
      return nameless(field, ManifestReader.objects(manifests), places);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(1);
      return List.of(places.flaw(field, line, column, "is not YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      return List.of(places.flaw(field, "is not YAML: " + e.getMessage()));
    }
  }

  private static List<Flaw> nameless(String field, List<KubeObject> objects, YamlPlaces places) {
    if (objects.isEmpty()) {
      return List.of(places.flaw(field, "holds no object"));
    }
    return objects.stream().anyMatch(FixtureForm::nameless)
        ? List.of(places.flaw(field, "holds an object without apiVersion, kind or metadata.name"))
        : List.of();
  }

  private static boolean nameless(KubeObject object) {
    return object.version().isEmpty()
        || object.key().kind().name().isEmpty()
        || object.key().name().isEmpty();
  }
}
