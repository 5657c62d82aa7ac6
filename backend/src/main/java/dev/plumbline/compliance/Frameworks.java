package dev.plumbline.compliance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every framework the product knows: one file each, found by folder scan. */
public final class Frameworks {

  private static final String FOLDER = "classpath*:frameworks/*.yaml";
  private static final String OBJECTIVES = "objectives.yaml";
  private static final String CONCEPTS = "concepts.yaml";

  private final Vocabulary words;
  private final Map<String, Framework> frameworks = new LinkedHashMap<>();

  private Frameworks(Vocabulary words, List<Framework> frameworks) {
    this.words = words;
    frameworks.forEach(this::add);
  }

  /** Reads the shipped files. */
  public static Frameworks shipped() {
    try {
      var files = new LinkedHashMap<String, String>();
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(FOLDER)) {
        files.put(
            Objects.requireNonNull(file.getFilename()),
            file.getContentAsString(StandardCharsets.UTF_8));
      }
      return of(files);
    } catch (IOException e) {
      throw new MalformedFramework(FOLDER, "", "cannot be read: " + e.getMessage());
    }
  }

  /** Reads files by name: the two of words, and one for each framework. */
  static Frameworks of(Map<String, String> files) {
    var words = Vocabulary.read(entry(files, OBJECTIVES), entry(files, CONCEPTS));
    var frameworks = new ArrayList<Framework>();
    files.entrySet().stream()
        .filter(file -> !Set.of(OBJECTIVES, CONCEPTS).contains(file.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(file -> frameworks.add(read(words, file.getKey(), file.getValue())));
    return new Frameworks(words, frameworks);
  }

  private static Entry entry(Map<String, String> files, String name) {
    String yaml = files.get(name);
    if (yaml == null) {
      throw new MalformedFramework(name, "", "is missing");
    }
    return Entry.parse(name, yaml);
  }

  private static Framework read(Vocabulary words, String name, String yaml) {
    Framework framework = FrameworkReader.read(words, name, yaml);
    if (!name.equals(framework.id() + ".yaml")) {
      throw new MalformedFramework(name, "", "\"id\" must be the file's name");
    }
    return framework;
  }

  private void add(Framework framework) {
    frameworks.put(framework.id(), framework);
  }

  public Collection<Framework> all() {
    return List.copyOf(frameworks.values());
  }

  public Optional<Framework> find(String id) {
    return Optional.ofNullable(frameworks.get(id));
  }

  public Collection<Objective> objectives() {
    return List.copyOf(words.objectives());
  }

  public Optional<Objective> objective(String id) {
    return Optional.ofNullable(words.objective(id));
  }

  public Collection<Concept> concepts() {
    return List.copyOf(words.concepts());
  }

  public Optional<Concept> concept(String id) {
    return Optional.ofNullable(words.concept(id));
  }

  /** The concepts a control wants, built or not; none in technical benchmarks. */
  public Set<Concept> concepts(Control control) {
    return words.concepts(control.mapping());
  }
}
