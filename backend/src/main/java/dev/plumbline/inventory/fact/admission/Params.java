package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Selectors;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The objects that parameterise a policy through its binding. */
record Params(
    Kind kind, Map<String, Object> reference, boolean namespaced, List<KubeObject> objects)
    implements CelJudgement.Parameters {

  private static final Set<Kind> WITHOUT_CONTENT =
      Set.of(Kind.core("ConfigMap"), Kind.core("Secret"));

  /**
   * Looks the objects up.
   *
   * @throws NotUnderstood where objects of their kind are not read
   */
  static CelJudgement.Parameters of(
      Map<String, Object> policy, Map<String, Object> binding, Snapshot snapshot) {
    Map<String, Object> wanted = Documents.map(policy, "paramKind");
    Map<String, Object> reference = Documents.map(binding, "paramRef");
    if (wanted.isEmpty() || reference.isEmpty()) {
      return NONE;
    }
    Kind kind = Kind.of(Documents.text(wanted, "apiVersion"), Documents.text(wanted, "kind"));
    if (WITHOUT_CONTENT.contains(kind)) {
      throw new NotUnderstood(
          "its parameters are in a " + kind.name() + ", whose content is not read");
    }
    if (!snapshot.coverage().complete(kind)) {
      throw new NotUnderstood("its parameters are of kind " + kind + ", which is not read");
    }
    List<KubeObject> objects = List.copyOf(snapshot.all(kind));
    boolean namespaced = objects.stream().anyMatch(it -> !it.key().namespace().isEmpty());
    return new Params(kind, reference, namespaced, objects);
  }

  @Override
  public List<Object> in(SeenNamespace namespace) {
    String named = Documents.text(reference, "namespace");
    String in = !named.isEmpty() || !namespaced ? named : namespace.name();
    List<Object> found =
        objects.stream()
            .filter(it -> it.key().namespace().equals(in))
            .filter(this::referred)
            .<Object>map(KubeObject::document)
            .toList();
    if (found.isEmpty() && !Documents.text(reference, "parameterNotFoundAction").equals("Allow")) {
      throw new NotUnderstood("its parameters do not exist, so that it may refuse everything");
    }
    return found;
  }

  private boolean referred(KubeObject object) {
    String name = Documents.text(reference, "name");
    return name.isEmpty()
        ? Selectors.matches(Documents.map(reference, "selector"), object.labels())
        : name.equals(object.key().name());
  }
}
