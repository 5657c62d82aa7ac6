package dev.plumbline.web.pages.owncheck;

import dev.plumbline.check.FlawedCheck;
import dev.plumbline.check.Trial;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.rulebook.OwnCheck;
import dev.plumbline.rulebook.OwnChecks;
import dev.plumbline.scan.Looks;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.pages.Notice;
import dev.plumbline.web.security.Access;
import dev.plumbline.web.security.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The editor of one own check; what was typed stays until it is right. */
@Controller
class OwncheckPage {

  private static final String PAGE = "pages/owncheck/owncheck";

  private final OwnChecks checks;
  private final Clusters clusters;
  private final Looks looks;
  private final OwncheckSheet sheet;

  OwncheckPage(OwnChecks checks, Clusters clusters, Looks looks, OwncheckSheet sheet) {
    this.checks = checks;
    this.clusters = clusters;
    this.looks = looks;
    this.sheet = sheet;
  }

  @Requires(Permission.WRITE_RULES)
  @GetMapping("/own-checks/new")
  String fresh(Access access, Model model) {
    model.addAttribute("view", sheet.fresh(OwncheckForm.FRESH, null, access));
    return PAGE;
  }

  @Requires(Permission.WRITE_RULES)
  @PostMapping("/own-checks")
  String create(
      OwncheckForm form,
      Access access,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      OwnCheck own = checks.create(OwncheckForm.text(form.id()).strip(), form.written());
      return saved(own, form, access, model, response, redirect);
    } catch (FlawedCheck | Refused wrong) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("view", sheet.fresh(form, wrong, access));
      return PAGE;
    }
  }

  @Requires(Permission.READ)
  @GetMapping("/own-checks/{id}")
  String show(@PathVariable String id, Access access, Model model) {
    model.addAttribute("view", sheet.of(checks.get(id), access));
    return PAGE;
  }

  @Requires(Permission.WRITE_RULES)
  @PostMapping("/own-checks/{id}")
  String change(
      @PathVariable String id,
      OwncheckForm form,
      Access access,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    OwnCheck before = checks.get(id);
    try {
      Optional<String> read = Optional.ofNullable(form.read());
      OwnCheck own = checks.change(id, form.written(), read);
      return saved(own, form, access, model, response, redirect);
    } catch (FlawedCheck | Refused wrong) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("view", sheet.again(before, form, wrong, access));
      return PAGE;
    }
  }

  private String saved(
      OwnCheck own,
      OwncheckForm form,
      Access access,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    if (form.tries()) {
      return tried(own, form, access, model, response);
    }
    boolean hold = own.fixtures().map(OwnCheck.Rehearsed::hold).orElse(true);
    redirect.addFlashAttribute(
        "notice",
        hold
            ? Notice.good("Saved: " + own.slug())
            : Notice.bad("Saved as a draft.", "Its fixtures do not hold yet."));
    return "redirect:/own-checks/" + own.slug();
  }

  private String tried(
      OwnCheck own, OwncheckForm form, Access access, Model model, HttpServletResponse response) {
    try {
      Cluster cluster = cluster(form.cluster());
      Trial trial = checks.tryOut(own, cluster.name(), () -> looks.snapshot(cluster.id()));
      model.addAttribute("view", sheet.tried(checks.get(own.slug()), cluster, trial, access));
    } catch (Refused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("view", sheet.again(own, form, refused, access));
    }
    return PAGE;
  }

  private Cluster cluster(@Nullable String chosen) {
    return clusters
        .find(OwncheckForm.text(chosen))
        .orElseThrow(() -> new Refused("cluster", "Choose the cluster to try it on."));
  }

  /** The source as a file, in the form of the product's own checks. */
  @Requires(Permission.READ)
  @GetMapping("/own-checks/{id}/check.yaml")
  ResponseEntity<String> export(@PathVariable String id) {
    OwnCheck own = checks.find(id).orElseThrow(() -> new NotHere("check"));
    var disposition = ContentDisposition.attachment().filename(own.slug() + ".yaml").build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "application/yaml;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .body(own.source());
  }

  @Requires(Permission.PUBLISH_RULES)
  @PostMapping("/own-checks/{id}/activate")
  String activate(@PathVariable String id, RedirectAttributes redirect) {
    checks.activate(id);
    return back(id, "It counts from the next scan on.", redirect);
  }

  @Requires(Permission.PUBLISH_RULES)
  @PostMapping("/own-checks/{id}/retire")
  String retire(@PathVariable String id, RedirectAttributes redirect) {
    checks.retire(id);
    return back(id, "It counts no longer; the next scan closes its findings.", redirect);
  }

  private static String back(String id, String words, RedirectAttributes redirect) {
    redirect.addFlashAttribute("notice", Notice.good(words));
    return "redirect:/own-checks/" + id;
  }

  @Requires(Permission.WRITE_RULES)
  @PostMapping("/own-checks/{id}/delete")
  String delete(@PathVariable String id, RedirectAttributes redirect) {
    checks.delete(id);
    redirect.addFlashAttribute("notice", Notice.good("Deleted: " + id));
    return "redirect:/own-checks";
  }
}
