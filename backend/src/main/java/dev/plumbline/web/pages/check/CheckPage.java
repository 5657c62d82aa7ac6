package dev.plumbline.web.pages.check;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.Benchmarks;
import dev.plumbline.web.pages.Code;
import dev.plumbline.web.pages.Fact;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Link;
import dev.plumbline.web.pages.Urls;
import dev.plumbline.web.security.Requires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One check, rendered from its folder. */
@Controller
class CheckPage {

  private final Catalogue catalogue;
  private final Findings findings;

  CheckPage(Catalogue catalogue, Findings findings) {
    this.catalogue = catalogue;
    this.findings = findings;
  }

  @Requires(Permission.READ)
  @GetMapping("/help/checks/{id}")
  String show(@PathVariable String id, Model model) {
    Check check = catalogue.find(id).orElseThrow(() -> new NotHere("check"));
    model.addAttribute("view", view(check));
    return "pages/check/check";
  }

  private CheckView view(Check check) {
    long failing = findings.count(FindingFilter.ALL.ofChecks(Set.of(check.id())));
    String patch = check.fix().patch().strip();
    return new CheckView(
        check.id(),
        check.title(),
        check.severity(),
        check.why().strip(),
        facts(check),
        Code.of("Finds offending parts", "CEL", check.offenders().strip()),
        Code.of("Words them", "CEL", check.message().strip()),
        check.fix().text().strip(),
        patch.isEmpty() ? null : Code.of("What to paste", "", patch),
        fixture(check, "fail.yaml", "Fails, where marked"),
        fixture(check, "pass.yaml", "Looks alike, and passes"),
        check.benchmark().stream().map(Benchmarks::link).toList(),
        check.peers().entrySet().stream()
            .map(peer -> peer.getKey() + " " + String.join(", ", peer.getValue()))
            .sorted()
            .toList(),
        check.links(),
        new Link(
            Format.counted(failing, "object fails", "objects fail"),
            "/findings?q=check:" + Urls.encode(check.id())),
        check.own() ? new Link(standing(check), "/own-checks/" + check.id()) : null);
  }

  private String standing(Check check) {
    return catalogue.all().stream().anyMatch(one -> one.id().equals(check.id()))
        ? "Your own check"
        : "Your own check, retired";
  }

  private static List<Fact> facts(Check check) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.code("Id", check.id()));
    facts.add(Fact.of("Family", check.family()));
    facts.add(Fact.of("Objective", check.objective()));
    facts.add(Fact.of("Judges", String.join(", ", check.appliesTo())));
    facts.add(Fact.of("Needs", String.join(", ", check.needs())));
    if (!check.notApplicableOn().isEmpty()) {
      facts.add(Fact.of("Not visible on", String.join(", ", check.notApplicableOn())));
    }
    if (!check.aliases().isEmpty()) {
      facts.add(Fact.of("Formerly", check.aliases().stream().collect(Collectors.joining(", "))));
    }
    return facts;
  }

  private static @Nullable Code fixture(Check check, String file, String caption) {
    var resource =
        new ClassPathResource("checks/" + check.family() + "/" + check.id() + "/" + file);
    if (!resource.exists()) {
      return null;
    }
    try {
      return Code.of(caption, file, resource.getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
