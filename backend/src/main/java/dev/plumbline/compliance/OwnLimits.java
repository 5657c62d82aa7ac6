package dev.plumbline.compliance;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What holds for frameworks that organisations write, and not for those that come along. */
final class OwnLimits {

  static final int MOST_CONTROLS = 2000;
  static final int DEEPEST = 6;

  private static final int MOST_SECTIONS = 500;
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_TOPIC = 400;
  private static final Pattern ID = Pattern.compile("own-[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern ITEM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._():-]{0,63}");
  private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>\\\\]{1,500}");

  private OwnLimits() {}

  static boolean isId(String id) {
    return id.length() <= 60 && ID.matcher(id).matches();
  }

  static void demand(Framework framework, Entry file, Map<String, Entry> places, String id) {
    demandHead(framework, file, id);
    framework
        .sections()
        .forEach(section -> {
          Entry at = places.getOrDefault(section.id(), file);
          demandItem(section.id(), at);
          demandShort("topic", section.topic(), LONGEST_TOPIC, at);
        });
    var tree = new Tree(framework);
    Set<String> sections =
        framework.sections().stream().map(Framework.Section::id).collect(Collectors.toSet());
    framework
        .controls()
        .forEach(control ->
            demandControl(control, tree, sections, places.getOrDefault(control.id(), file)));
  }

  private static void demandHead(Framework framework, Entry file, String id) {
    if (!framework.id().isEmpty() && !isId(framework.id())) {
      file.report(
          "id", "begins with own- and goes on with small letters, digits and hyphens, 60 in all");
    }
    if (!id.isEmpty() && !framework.id().equals(id)) {
      file.report("id", "stays \"" + id + "\": scores and attestations name it");
    }
    demandShort("name", framework.name(), LONGEST_NAME, file);
    demandShort("edition", framework.edition(), LONGEST_NAME, file);
    demandShort("mapping_version", framework.mappingVersion(), LONGEST_NAME, file);
    if (!framework.link().isEmpty() && !LINK.matcher(framework.link()).matches()) {
      file.report("link", "must be an address that begins with https://");
    }
  }

  /** Throws at once: what follows walks the tree. */
  static void demandSize(Framework framework, Entry file) {
    if (framework.controls().isEmpty()) {
      file.report("controls", "must be one or more");
    }
    if (framework.controls().size() > MOST_CONTROLS) {
      throw file.wrong("controls", "are more than " + MOST_CONTROLS);
    }
    if (framework.sections().size() > MOST_SECTIONS) {
      throw file.wrong("sections", "are more than " + MOST_SECTIONS);
    }
  }

  private static void demandControl(Control control, Tree tree, Set<String> sections, Entry at) {
    demandItem(control.id(), at);
    demandShort("topic", control.topic(), LONGEST_TOPIC, at);
    if (tree.above(control.id()).size() >= DEEPEST) {
      at.report("parent", "makes the tree deeper than " + DEEPEST);
    }
    if (!sections.containsAll(control.tactics())) {
      at.report("tactics", "must name sections, parted by a comma and a space");
    }
    boolean named = !control.benchmark().isEmpty() || control.mapping().names();
    if (at.sound() && control.kind().machineCheckable() && !named) {
      at.report("plus", "is missing: name the checks that answer it");
    }
  }

  private static void demandItem(String id, Entry at) {
    if (!id.isEmpty() && !ITEM.matcher(id).matches()) {
      at.report("id", "has 1 to 64 letters, digits and . _ ( ) : -, the first a letter or digit");
    }
  }

  private static void demandShort(String key, String text, int most, Entry at) {
    if (text.length() > most || text.indexOf('\n') >= 0) {
      at.report(key, "is one line of at most " + most + " characters");
    }
  }
}
