package dev.plumbline.web.pages.ownframeworks;

import dev.plumbline.compliance.Flaw;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.FrameworkText;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.compliance.MalformedFramework;
import dev.plumbline.compliance.OwnFramework;
import dev.plumbline.compliance.OwnFrameworks;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.pages.Editor;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Notice;
import dev.plumbline.web.pages.OwnMarks;
import dev.plumbline.web.security.Access;
import dev.plumbline.web.security.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organisation's own frameworks: beginning one empty, as a copy, or from a file. */
@Controller
class OwnFrameworksPage {

  private static final String PAGE = "pages/ownframeworks/ownframeworks";
  private static final int LARGEST = 4 << 20;
  private static final Typed NOTHING = new Typed("", "", "", "", List.of(), Map.of());

  private final OwnFrameworks own;
  private final Frameworks frameworks;
  private final Clock clock;

  OwnFrameworksPage(OwnFrameworks own, Frameworks frameworks, Clock clock) {
    this.own = own;
    this.frameworks = frameworks;
    this.clock = clock;
  }

  /** What was typed, and what was wrong with it. */
  private record Typed(
      String name,
      String id,
      String from,
      String source,
      List<Flaw> flaws,
      Map<String, String> problems) {}

  @Requires(Permission.READ)
  @GetMapping("/own-frameworks")
  String show(Access access, Model model) {
    return page(NOTHING, access, model);
  }

  @Requires(Permission.WRITE_RULES)
  @PostMapping("/own-frameworks")
  String begin(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String from,
      Access access,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    String slug = id.isBlank() ? slug(name) : id.strip();
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    String source =
        frameworks
            .find(from)
            .map(like -> FrameworkText.copy(like, slug, name.strip(), today))
            .orElseGet(() -> FrameworkText.blank(slug, name.strip(), today));
    try {
      return made(own.create(source), redirect);
    } catch (MalformedFramework malformed) {
      var problems = Map.of("id", malformed.flaws().getFirst().words());
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(new Typed(name, slug, from, "", List.of(), problems), access, model);
    }
  }

  @Requires(Permission.WRITE_RULES)
  @PostMapping("/own-frameworks/import")
  String take(
      @RequestParam(defaultValue = "") String source,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Access access,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    String text = file == null || file.isEmpty() ? source : text(file);
    try {
      return made(own.create(text), redirect);
    } catch (MalformedFramework malformed) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(new Typed("", "", "", text, malformed.flaws(), Map.of()), access, model);
    }
  }

  private static String text(MultipartFile file) {
    if (file.getSize() > LARGEST) {
      throw new Refused("file", "The file is larger than 1 MiB.");
    }
    try {
      return new String(file.getBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String made(OwnFramework made, RedirectAttributes redirect) {
    redirect.addFlashAttribute(
        "notice", Notice.good("Kept as a draft: it counts when it is published."));
    return "redirect:/own-frameworks/" + made.slug();
  }

  private static String slug(String name) {
    String words = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String slug = (Frameworks.OWN + words).replaceAll("-+", "-");
    return slug.substring(0, Math.min(60, slug.length())).replaceAll("-$", "");
  }

  private String page(Typed typed, Access access, Model model) {
    var all = own.all();
    model.addAttribute(
        "view",
        new OwnframeworksView(
            "%s of this organisation. Those that count stand beside the shipped ones on every page, in reports and in the API."
                .formatted(Format.counted(all.size(), "framework", "frameworks")),
            all.stream().map(OwnFrameworksPage::row).toList(),
            access.may(Permission.WRITE_RULES),
            frameworks.all().stream().map(source -> option(source, typed.from())).toList(),
            typed.name(),
            typed.id(),
            Editor.of(typed.source(), typed.flaws()),
            typed.problems()));
    return PAGE;
  }

  private static OwnframeworksView.Option option(Framework source, String chosen) {
    return new OwnframeworksView.Option(source.id(), source.fullName(), source.id().equals(chosen));
  }

  private static OwnframeworksView.Row row(OwnFramework one) {
    return new OwnframeworksView.Row(
        one.slug(),
        one.name(),
        "/own-frameworks/" + one.slug(),
        OwnMarks.of(one),
        "Revision %d, %s, %s"
            .formatted(
                one.revision(), one.savedBy(), Format.moment(one.savedAt(), ZoneOffset.UTC)));
  }
}
