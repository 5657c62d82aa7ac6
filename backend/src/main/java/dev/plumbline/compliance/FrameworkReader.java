package dev.plumbline.compliance;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads one framework file strictly. */
final class FrameworkReader {

  static final String BASE = "based_on";

  static final List<String> TRAITS =
      List.of(
          "level",
          "profile",
          "assessment",
          "observable",
          "type",
          "duty",
          "applies",
          "scope",
          "needs",
          "tactics");
  static final List<String> PROVIDERS = List.of("eks", "gke", "aks");

  private final Vocabulary words;
  private final Entry file;
  private final @Nullable Framework base;
  private final Manner manner;
  private final Framework.Type type;
  private final String prefix;
  private final Map<String, Map<String, String>> notes = new LinkedHashMap<>();
  private final Map<String, Entry> places = new LinkedHashMap<>();

  private FrameworkReader(Vocabulary words, Entry file, @Nullable Framework base, Manner manner) {
    this.words = words;
    this.file = file;
    this.base = base;
    this.manner = manner;
    this.type = file.one(Framework.Type.class, "type");
    this.prefix = file.text("benchmark", "");
  }

  /** Takes the framework that the file is based on, null when it stands by itself. */
  static Framework read(Vocabulary words, Entry file, @Nullable Framework base) {
    return new FrameworkReader(words, file, base, Manner.SHIPPED).framework();
  }

  /** A framework that an organisation wrote. */
  static Framework own(Vocabulary words, Entry file, Manner manner) {
    return new FrameworkReader(words, file, null, manner).framework();
  }

  private Framework framework() {
    file.named("provider_notes").forEach((name, at) -> notes.put(name, note(at)));
    var framework =
        new Framework(
            file.text("id"),
            file.text("name"),
            file.text("edition"),
            type,
            text("mapping_version", "1"),
            date("mapping_date"),
            text("status", "In use."),
            text("licence", "Own words."),
            text("link", ""),
            file.text("no_score", ""),
            sections(),
            controls());
    file.close();
    if (manner.own()) {
      OwnLimits.demandSize(framework, file);
    }
    Tree.demandWhole(framework, file, places);
    if (manner.own()) {
      OwnLimits.demand(framework, file, places, manner.id());
    }
    file.finish();
    return framework;
  }

  /** What an organisation may leave out. */
  private String text(String key, String otherwise) {
    return text(file, key, otherwise);
  }

  private String text(Entry at, String key, String otherwise) {
    return manner.own() ? at.text(key, otherwise) : at.text(key);
  }

  private List<Framework.Section> sections() {
    var own = file.entries("sections").stream().map(this::section).toList();
    return own.isEmpty() && base != null ? base.sections() : own;
  }

  private List<Control> controls() {
    List<Control> own = file.entries("controls").stream().map(this::control).toList();
    return base == null ? own : new Edition(base, prefix, moved(base)).with(own);
  }

  private Map<String, String> moved(Framework from) {
    Map<String, String> moved = file.words("renumbered");
    for (String number : moved.keySet()) {
      if (from.control(number).isEmpty()) {
        file.report("renumbered", "names no control of " + from.id() + ": " + number);
      }
    }
    return moved;
  }

  private LocalDate date(String key) {
    if (manner.own() && !file.has(key)) {
      return manner.day();
    }
    try {
      return LocalDate.parse(file.text(key));
    } catch (DateTimeParseException e) {
      file.report(key, "must be a date such as 2026-01-31");
      return LocalDate.EPOCH;
    }
  }

  private static Map<String, String> note(Entry at) {
    var note = new LinkedHashMap<String, String>();
    PROVIDERS.forEach(provider -> note.put(provider, at.text(provider)));
    at.close();
    return note;
  }

  private Framework.Section section(Entry at) {
    var section = new Framework.Section(at.text("id"), at.text("parent", ""), at.text("topic"));
    at.close();
    places.put(section.id(), at);
    return section;
  }

  private Control control(Entry at) {
    String id = at.text("id");
    var control =
        new Control(
            id,
            at.text("parent"),
            at.text("topic"),
            at.one(ControlKind.class, "kind"),
            at.has("kind_managed") ? at.one(ControlKind.class, "kind_managed") : null,
            type == Framework.Type.REGULATION ? mapping(at) : named(at),
            type == Framework.Type.BENCHMARK ? benchmark(at, id) : List.of(),
            text(at, "evidence", ""),
            at.text("ask", ""),
            provider(at),
            traits(at));
    at.close();
    demandKind(at, control);
    places.put(id, at);
    return control;
  }

  private List<String> benchmark(Entry at, String id) {
    if (at.has("benchmark")) {
      return at.texts("benchmark");
    }
    return prefix.isEmpty() ? List.of() : List.of(prefix + "/" + id);
  }

  private Control.Mapping mapping(Entry at) {
    String confidence = text(at, "confidence", "judged");
    if (!List.of("", "sourced", "judged").contains(confidence)) {
      at.report("confidence", "must be sourced or judged");
    }
    return new Control.Mapping(
        known(at, "objectives", word -> words.objective(word) != null),
        known(at, "plus", this::isIdea),
        known(at, "minus", this::isIdea),
        confidence.equals("sourced"),
        at.number("sourced_pairs", 0));
  }

  /** Technical benchmarks name checks, and seldom an idea that no check of theirs names. */
  private Control.Mapping named(Entry at) {
    return new Control.Mapping(List.of(), known(at, "plus", this::isIdea), List.of(), false, 0);
  }

  private boolean isIdea(String id) {
    return words.concept(id) != null || manner.checks().test(id);
  }

  private List<String> known(Entry at, String key, Predicate<String> knows) {
    List<String> names = at.texts(key);
    for (String name : names) {
      if (!manner.lenient() && !knows.test(name)) {
        at.report(key, "does not know \"" + name + "\"");
      }
    }
    return names;
  }

  private Map<String, String> provider(Entry at) {
    String name = at.text("provider", "");
    Map<String, String> note = notes.get(name);
    if (note == null && !name.isEmpty()) {
      at.report("provider", "names no provider note: " + name);
    }
    return note == null ? Map.of() : note;
  }

  private static Map<String, String> traits(Entry at) {
    var traits = new LinkedHashMap<String, String>();
    for (String trait : TRAITS) {
      if (at.has(trait)) {
        traits.put(trait, at.text(trait));
      }
    }
    return traits;
  }

  private void demandKind(Entry at, Control control) {
    if (!at.sound()) {
      return;
    }
    boolean wants = control.mapping().names();
    if (type == Framework.Type.REGULATION && wants != control.kind().machineCheckable()) {
      at.report("kind", "evidence and partial want objectives or plus, the others neither");
    }
    if (!control.kind().machineCheckable() && !nodeOnly(control) && control.ask().isEmpty()) {
      at.report("ask", "is missing: a person answers this control");
    }
  }

  private static boolean nodeOnly(Control control) {
    return control.kind() == ControlKind.NODE_ONLY;
  }
}
