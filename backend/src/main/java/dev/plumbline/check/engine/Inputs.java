package dev.plumbline.check.engine;

import dev.plumbline.check.cel.Language.Touch;
import dev.plumbline.check.engine.Input.Origin;
import dev.plumbline.inventory.shape.Type;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Finds what outcomes depend on, by what their expressions read. */
final class Inputs {

  private final String word;
  private final Reads reads;
  private final Vocabulary vocabulary;
  private final Set<Input> all = new LinkedHashSet<>();

  private Inputs(String word, Collection<Touch> touches, Vocabulary vocabulary) {
    this.word = word;
    this.reads = Reads.of(touches);
    this.vocabulary = vocabulary;
  }

  /** Empty when it cannot be foreseen what is read. */
  static Optional<Set<Input>> of(String word, Collection<Touch> touches, Vocabulary vocabulary) {
    var inputs = new Inputs(word, touches, vocabulary);
    return inputs.reads.everything(vocabulary) ? Optional.empty() : Optional.of(inputs.find());
  }

  private Set<Input> find() {
    if (word.equals(Words.WORKLOAD)) {
      all.add(new Input(Origin.OBJECT, word, Input.GROUPS, Reads.NONE));
    }
    String own = Words.variable(word);
    if (reads.variable("object") || reads.variable(own)) {
      own(vocabulary.variables(word).getOrDefault("object", Type.ANY));
    }
    if (reads.variable("namespace") && !own.equals("namespace")) {
      fields(Origin.NAMESPACE, Words.NAMESPACE);
    }
    if (reads.variable("cluster")) {
      fields(Origin.CLUSTER, Words.CLUSTER);
    }
    return all;
  }

  private void own(Type type) {
    if (type instanceof Type.Struct(String shape)) {
      fields(shape.equals(Words.CLUSTER) ? Origin.CLUSTER : Origin.OBJECT, shape);
    } else {
      all.add(new Input(Origin.OBJECT, "", Input.DOCUMENT, Reads.NONE));
    }
  }

  private void fields(Origin origin, String shape) {
    for (String field : reads.of(shape)) {
      Reads within = reads.within(vocabulary.field(shape, field), vocabulary);
      all.add(new Input(origin, shape, field, within));
    }
  }
}
