package dev.plumbline.web.pages.checks;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Urls;
import dev.plumbline.web.security.Requires;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalogue of checks. */
@Controller
class ChecksPage {

  private final Catalogue catalogue;

  ChecksPage(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Requires(Permission.READ)
  @GetMapping("/help/checks")
  String show(@RequestParam(defaultValue = "") String q, Model model) {
    String words = q.strip().toLowerCase(Locale.ROOT);
    var found = catalogue.all().stream().filter(check -> matches(check, words)).toList();
    Map<String, List<Check>> families =
        found.stream()
            .collect(Collectors.groupingBy(Check::family, TreeMap::new, Collectors.toList()));
    model.addAttribute(
        "view",
        new ChecksView(
            "%s, rule pack %s."
                .formatted(Format.counted(found.size(), "check", "checks"), catalogue.version()),
            q,
            families.entrySet().stream()
                .map(family ->
                    new ChecksView.Family(
                        family.getKey(), family.getValue().stream().map(ChecksPage::row).toList()))
                .toList()));
    return "pages/checks/checks";
  }

  private static boolean matches(Check check, String words) {
    String text =
        String.join(
            " ", check.id(), check.title(), check.objective(), check.benchmark().toString());
    return text.toLowerCase(Locale.ROOT).contains(words);
  }

  private static ChecksView.Row row(Check check) {
    return new ChecksView.Row(
        check.id(),
        check.title(),
        "/help/checks/" + Urls.encode(check.id()),
        check.severity(),
        String.join(", ", check.appliesTo()),
        String.join(", ", check.benchmark()));
  }
}
