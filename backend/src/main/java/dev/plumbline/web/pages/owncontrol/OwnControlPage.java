package dev.plumbline.web.pages.owncontrol;

import dev.plumbline.check.Catalogue;
import dev.plumbline.compliance.Control;
import dev.plumbline.compliance.ControlKind;
import dev.plumbline.compliance.Flaw;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.compliance.MalformedFramework;
import dev.plumbline.compliance.OwnFrameworks;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.pages.ControlMarks;
import dev.plumbline.web.pages.Notice;
import dev.plumbline.web.pages.Urls;
import dev.plumbline.web.security.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One control of an own framework: adding it, changing it, taking it out. */
@Controller
class OwnControlPage {

  private static final String PAGE = "pages/owncontrol/owncontrol";
  private static final int SPARE = 3;

  private final OwnFrameworks own;
  private final Frameworks frameworks;
  private final Catalogue catalogue;

  OwnControlPage(OwnFrameworks own, Frameworks frameworks, Catalogue catalogue) {
    this.own = own;
    this.frameworks = frameworks;
    this.catalogue = catalogue;
  }

  @Requires(Permission.WRITE_RULES)
  @GetMapping("/own-frameworks/{id}/controls")
  String fresh(@PathVariable String id, Model model) {
    var form = OwnControlForm.fresh(own.get(id).revision());
    return page(id, null, form, List.of(), model);
  }

  @Requires(Permission.WRITE_RULES)
  @GetMapping("/own-frameworks/{id}/controls/{control}")
  String show(@PathVariable String id, @PathVariable String control, Model model) {
    int revision = own.get(id).revision();
    Control found = control(id, control);
    return page(id, found, OwnControlForm.of(found, revision), List.of(), model);
  }

  @Requires(Permission.WRITE_RULES)
  @PostMapping("/own-frameworks/{id}/controls")
  String add(
      @PathVariable String id,
      OwnControlForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    own.get(id);
    return put(id, null, form, model, response, redirect);
  }

  @Requires(Permission.WRITE_RULES)
  @PostMapping("/own-frameworks/{id}/controls/{control}")
  String change(
      @PathVariable String id,
      @PathVariable String control,
      OwnControlForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return put(id, control(id, control), form, model, response, redirect);
  }

  @Requires(Permission.WRITE_RULES)
  @PostMapping("/own-frameworks/{id}/controls/{control}/remove")
  String remove(
      @PathVariable String id,
      @PathVariable String control,
      @RequestParam(defaultValue = "0") int revision,
      RedirectAttributes redirect) {
    control(id, control);
    try {
      own.remove(id, revision, control);
    } catch (MalformedFramework malformed) {
      throw new Refused("control", malformed.flaws().getFirst().sentence());
    }
    redirect.addFlashAttribute("notice", Notice.good(control + " is taken out."));
    return "redirect:/own-frameworks/" + id;
  }

  private String put(
      String id,
      @Nullable Control before,
      OwnControlForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    Control control = form.control(before);
    try {
      if (before == null && own.newest(id).control(control.id()).isPresent()) {
        throw new Refused("id", "Another control has this id.");
      }
      own.put(id, form.known(), control.id(), control);
    } catch (MalformedFramework malformed) {
      var words = malformed.flaws().stream().map(Flaw::words).toList();
      return wrong(id, before, form, words, model, response);
    } catch (Refused refused) {
      return wrong(id, before, form, List.of(refused.why()), model, response);
    }
    redirect.addFlashAttribute("notice", Notice.good(control.id() + " is saved."));
    return "redirect:/own-frameworks/" + id;
  }

  private String wrong(
      String id,
      @Nullable Control before,
      OwnControlForm form,
      List<String> mistakes,
      Model model,
      HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(id, before, form, mistakes, model);
  }

  private Control control(String id, String control) {
    return own.newest(id).control(control).orElseThrow(() -> new NotHere("control"));
  }

  private String page(
      String id,
      @Nullable Control before,
      OwnControlForm form,
      List<String> mistakes,
      Model model) {
    model.addAttribute("view", view(own.newest(id), before, form, mistakes));
    return PAGE;
  }

  private OwncontrolView view(
      Framework framework, @Nullable Control before, OwnControlForm form, List<String> mistakes) {
    String base = "/own-frameworks/" + framework.id();
    String here = base + "/controls" + (before == null ? "" : "/" + Urls.encode(before.id()));
    return new OwncontrolView(
        before == null ? "New control" : before.id(),
        framework.fullName(),
        base,
        here,
        framework.type() == Framework.Type.REGULATION,
        before == null,
        OwnControlForm.text(form.id()),
        OwnControlForm.text(form.topic()),
        parents(framework, before, OwnControlForm.text(form.parent())),
        Stream.of(ControlKind.values()).map(kind -> kind(kind, form)).toList(),
        spare(form.objective()),
        spare(form.plus()),
        spare(form.minus()),
        OwnControlForm.text(form.names()),
        OwnControlForm.text(form.evidence()),
        OwnControlForm.text(form.ask()),
        form.known(),
        catalogue.all().stream()
            .map(check -> new OwncontrolView.Option(check.id(), check.title(), false))
            .toList(),
        frameworks.objectives().stream()
            .map(aim -> new OwncontrolView.Option(aim.id(), aim.title(), false))
            .toList(),
        mistakes,
        before == null || framework.controls().size() == 1 ? null : here + "/remove");
  }

  private static List<OwncontrolView.Option> parents(
      Framework framework, @Nullable Control before, String chosen) {
    return Stream.concat(
            framework.sections().stream()
                .map(section -> new String[] {section.id(), section.topic()}),
            framework.controls().stream()
                .filter(control -> !Objects.equals(control, before))
                .map(control -> new String[] {control.id(), control.topic()}))
        .map(pair ->
            new OwncontrolView.Option(pair[0], pair[0] + " " + pair[1], pair[0].equals(chosen)))
        .toList();
  }

  private static OwncontrolView.Option kind(ControlKind kind, OwnControlForm form) {
    String word = OwnControlForm.word(kind);
    return new OwncontrolView.Option(
        word, ControlMarks.kind(kind), word.equals(OwnControlForm.text(form.kind())));
  }

  private static List<String> spare(@Nullable List<String> typed) {
    var places = new ArrayList<>(OwnControlForm.filled(typed));
    for (int more = 0; more < SPARE; more++) {
      places.add("");
    }
    return places;
  }
}
