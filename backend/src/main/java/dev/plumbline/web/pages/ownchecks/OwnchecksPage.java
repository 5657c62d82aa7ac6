package dev.plumbline.web.pages.ownchecks;

import dev.plumbline.check.Check;
import dev.plumbline.check.Workshop;
import dev.plumbline.rulebook.OwnCheck;
import dev.plumbline.rulebook.OwnChecks;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.security.Access;
import dev.plumbline.web.security.Requires;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of own checks. */
@Controller
class OwnchecksPage {

  private final OwnChecks checks;
  private final Workshop workshop;

  OwnchecksPage(OwnChecks checks, Workshop workshop) {
    this.checks = checks;
    this.workshop = workshop;
  }

  @Requires(Permission.READ)
  @GetMapping("/own-checks")
  String show(Access access, Model model) {
    List<OwnCheck> all = checks.all();
    model.addAttribute(
        "view",
        new OwnchecksView(
            lede(all), all.stream().map(this::row).toList(), access.may(Permission.WRITE_RULES)));
    return "pages/ownchecks/ownchecks";
  }

  private static String lede(List<OwnCheck> all) {
    long active = all.stream().filter(one -> one.state() == OwnCheck.State.ACTIVE).count();
    return "%d of %s in force. What is in force is judged, scored and reported like the product's own."
        .formatted(active, Format.counted(all.size(), "check", "checks"));
  }

  private OwnchecksView.Row row(OwnCheck own) {
    Check check = workshop.accepted(own.slug(), own.source());
    return new OwnchecksView.Row(
        own.slug(),
        check.title(),
        "/own-checks/" + own.slug(),
        check.severity(),
        mark(own),
        note(own),
        Format.day(LocalDate.ofInstant(own.changedAt(), ZoneOffset.UTC)) + ", " + own.changedBy());
  }

  private static Mark mark(OwnCheck own) {
    return switch (own.state()) {
      case DRAFT -> new Mark(Mark.Kind.OPEN, "Draft");
      case ACTIVE -> new Mark(Mark.Kind.ATTESTED, "Active");
      case RETIRED -> new Mark(Mark.Kind.EXPIRED, "Retired");
    };
  }

  private static String note(OwnCheck own) {
    if (!own.fixtures().map(OwnCheck.Rehearsed::hold).orElse(true)) {
      return "Its fixtures do not hold.";
    }
    if (own.behind()) {
      return own.proven()
          ? "Edited and tried; an older text counts."
          : "Edited; an older text counts.";
    }
    return own.trial().map(OwnCheck.Tried::words).orElse("Not tried yet.");
  }
}
