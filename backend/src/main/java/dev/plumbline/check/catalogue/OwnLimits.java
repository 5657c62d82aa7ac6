package dev.plumbline.check.catalogue;

import dev.plumbline.check.Check;
import dev.plumbline.check.Flaw;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** How large the parts of an own check may be, and which characters they may hold. */
final class OwnLimits {

  private static final int TITLE = 120;
  private static final int TEXT = 8000;
  private static final int LIST = 30;
  private static final int ENTRY = 300;

  private final YamlPlaces places;
  private final List<Flaw> flaws = new ArrayList<>();

  private OwnLimits(YamlPlaces places) {
    this.places = places;
  }

  static List<Flaw> of(Check check, YamlPlaces places) {
    var limits = new OwnLimits(places);
    limits.text("title", check.title(), TITLE);
    limits.text("objective", check.objective(), TITLE);
    limits.text("why", check.why(), TEXT);
    limits.text("offenders", check.offenders(), TEXT);
    limits.text("message", check.message(), TEXT);
    limits.text("fix.text", check.fix().text(), TEXT);
    limits.text("fix.patch", check.fix().patch(), TEXT);
    limits.list("applies_to", check.appliesTo());
    limits.list("needs", check.needs());
    limits.list("not_applicable_on", check.notApplicableOn());
    limits.list("links", check.links());
    limits.links(check.links());
    return limits.flaws;
  }

  private void text(String field, String text, int longest) {
    if (text.length() > longest) {
      flaws.add(places.flaw(field, "has more than %d characters".formatted(longest)));
    }
    if (text.codePoints().anyMatch(OwnLimits::odd)) {
      flaws.add(places.flaw(field, "holds a control character"));
    }
  }

  private void list(String field, List<String> entries) {
    if (entries.size() > LIST) {
      flaws.add(places.flaw(field, "has more than %d entries".formatted(LIST)));
    }
    if (new HashSet<>(entries).size() < entries.size()) {
      flaws.add(places.flaw(field, "names something twice"));
    }
    entries.stream().limit(LIST).forEach(entry -> text(field, entry, ENTRY));
  }

  private void links(List<String> links) {
    links.stream()
        .limit(LIST)
        .filter(link -> !web(link))
        .forEach(link -> flaws.add(places.flaw("links", "is not an address of the web: " + link)));
  }

  private static boolean web(String link) {
    try {
      var address = URI.create(link);
      return List.of("https", "http").contains(String.valueOf(address.getScheme()))
          && address.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean odd(int point) {
    int type = Character.getType(point);
    return point != '\n' && point != '\t' && type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.FORMAT;
  }
}
