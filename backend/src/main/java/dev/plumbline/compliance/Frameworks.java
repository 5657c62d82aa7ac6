package dev.plumbline.compliance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every framework that counts for the current organisation: those that come along, one file each,
 * found by folder scan, and those that it wrote and published.
 */
public final class Frameworks {

  private static final String FOLDER = "classpath*:frameworks/*.yaml";

  /** What the ids of organisations' frameworks begin with. */
  public static final String OWN = "own-";

  private static final String OBJECTIVES = "objectives.yaml";
  private static final String CONCEPTS = "concepts.yaml";
  private static final Set<String> WORDS = Set.of(OBJECTIVES, CONCEPTS, Benchmarks.FILE);

  private final Vocabulary words;
  private final Map<String, Framework> shipped;
  private final Benchmarks benchmarks;
  private final OwnLibrary own;

  private Frameworks(
      Vocabulary words, Map<String, Framework> shipped, Benchmarks benchmarks, OwnShelf shelf) {
    this.words = words;
    this.shipped = shipped;
    this.benchmarks = benchmarks;
    this.own = new OwnLibrary(words, shelf);
  }

  /** The same, with what organisations wrote. */
  Frameworks with(OwnShelf shelf) {
    return new Frameworks(words, shipped, benchmarks, shelf);
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
      throw new MalformedFramework(FOLDER, "cannot be read: " + e.getMessage());
    }
  }

  /** Reads files by name: three of words and choices, and one for each framework. */
  static Frameworks of(Map<String, String> files) {
    var words = Vocabulary.read(entry(files, OBJECTIVES), entry(files, CONCEPTS));
    var frameworks = new TreeMap<String, Framework>();
    List<Entry> parsed =
        files.keySet().stream()
            .filter(name -> !WORDS.contains(name))
            .sorted()
            .map(name -> entry(files, name))
            .toList();
    parsed.stream()
        .sorted(Comparator.comparing(file -> file.has(FrameworkReader.BASE)))
        .forEach(file -> add(frameworks, file, words));
    return new Frameworks(
        words,
        frameworks,
        Benchmarks.read(entry(files, Benchmarks.FILE), frameworks),
        OwnShelf.EMPTY);
  }

  private static void add(Map<String, Framework> read, Entry file, Vocabulary words) {
    String base = file.text(FrameworkReader.BASE, "");
    if (!base.isEmpty() && !read.containsKey(base)) {
      throw file.wrong(FrameworkReader.BASE, "names no framework that stands by itself: " + base);
    }
    Framework framework = FrameworkReader.read(words, file, read.get(base));
    if (!file.isFile(framework.id() + ".yaml")) {
      throw file.wrong("id", "must be the file's name");
    }
    if (isOwn(framework.id())) {
      throw file.wrong("id", "begins as those that organisations give");
    }
    read.put(framework.id(), framework);
  }

  private static Entry entry(Map<String, String> files, String name) {
    String yaml = files.get(name);
    if (yaml == null) {
      throw new MalformedFramework(name, "is missing");
    }
    return Entry.parse(name, yaml);
  }

  /** All that count now, by id. */
  public Collection<Framework> all() {
    return and(own.inForce(Optional.empty()));
  }

  /**
   * All that counted at an instant, those of the organisation by their text of then, by id.
   *
   * @param at empty for now
   */
  public Collection<Framework> all(Optional<Instant> at) {
    return and(own.inForce(at));
  }

  private Collection<Framework> and(List<Framework> written) {
    var all = new TreeMap<>(shipped);
    written.forEach(framework -> all.put(framework.id(), framework));
    return List.copyOf(all.values());
  }

  public Optional<Framework> find(String id) {
    return find(id, Optional.empty());
  }

  /**
   * As it was at an instant.
   *
   * @param at empty for now
   */
  public Optional<Framework> find(String id, Optional<Instant> at) {
    return isOwn(id) ? own.find(id, at) : Optional.ofNullable(shipped.get(id));
  }

  /** Whether an id is one that organisations give. */
  public static boolean isOwn(String id) {
    return id.startsWith(OWN);
  }

  /** Reads what an organisation wrote. */
  Framework read(String yaml, Manner manner) {
    return FrameworkReader.own(words, YamlFile.parse("framework", yaml), manner);
  }

  /**
   * The one CIS benchmark that counts for a cluster.
   *
   * @param distribution detected, such as {@code kubeadm}; empty when undetected
   * @param version the API server's {@code gitVersion}, empty when it was not read
   */
  public ChosenBenchmark benchmark(String distribution, String version) {
    return benchmarks.choose(distribution, version);
  }

  /** Whether it is one of several editions, of which one counts for a cluster. */
  public boolean oneOfSeveral(Framework framework) {
    return benchmarks.choosesAmong(framework);
  }

  /** Whether it counts for a cluster: all do, but of the CIS benchmarks only the chosen one. */
  public boolean counts(Framework framework, ClusterEvidence cluster) {
    return !oneOfSeveral(framework)
        || benchmark(cluster.distribution(), cluster.version()).framework().equals(framework);
  }

  /**
   * The edition by which kube-bench must be asked on nodes that a provider runs, since it cannot
   * always tell; empty where it chooses well by itself.
   */
  public String nodeBenchmark(String distribution, String version) {
    return Hosting.of(distribution) == Hosting.MANAGED
        ? nodeEditions().of(benchmark(distribution, version).framework()).orElse("")
        : "";
  }

  /** Which items the numbers of a tool's editions are. */
  NodeEditions nodeEditions() {
    return benchmarks.nodeEditions();
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

  /** The concepts a control wants, built or not; few in technical benchmarks. */
  public Set<Concept> concepts(Control control) {
    return words.concepts(control.mapping());
  }
}
