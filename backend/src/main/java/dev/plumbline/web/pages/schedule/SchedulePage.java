package dev.plumbline.web.pages.schedule;

import dev.plumbline.report.Schedule;
import dev.plumbline.report.Schedules;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.pages.Notice;
import dev.plumbline.web.security.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One schedule, or a new one: the form keeps what was typed until it is right. */
@Controller
class SchedulePage {

  private static final String PAGE = "pages/schedule/schedule";

  private final Schedules schedules;
  private final ScheduleForms forms;

  SchedulePage(Schedules schedules, ScheduleForms forms) {
    this.schedules = schedules;
    this.forms = forms;
  }

  @Requires(Permission.MANAGE_REPORT)
  @GetMapping("/schedules/new")
  String fresh(Model model) {
    model.addAttribute("view", forms.view(null, ScheduleForm.FRESH, null));
    return PAGE;
  }

  @Requires(Permission.MANAGE_REPORT)
  @PostMapping("/schedules")
  String create(
      ScheduleForm form,
      @RequestParam(defaultValue = "false") boolean preview,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return preview ? again(null, form, null, model) : saved(null, form, model, response, redirect);
  }

  @Requires(Permission.MANAGE_REPORT)
  @GetMapping("/schedules/{id}")
  String show(@PathVariable UUID id, Model model) {
    var schedule = schedules.get(id);
    model.addAttribute("view", forms.view(id, ScheduleForm.of(schedule), null));
    return PAGE;
  }

  @Requires(Permission.MANAGE_REPORT)
  @PostMapping("/schedules/{id}")
  String change(
      @PathVariable UUID id,
      ScheduleForm form,
      @RequestParam(defaultValue = "false") boolean preview,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    schedules.get(id);
    return preview ? again(id, form, null, model) : saved(id, form, model, response, redirect);
  }

  @Requires(Permission.MANAGE_REPORT)
  @PostMapping("/schedules/{id}/run")
  String run(@PathVariable UUID id, RedirectAttributes redirect) {
    schedules.runNow(id);
    redirect.addFlashAttribute("notice", Notice.good("The report is being made and mailed."));
    return "redirect:/reports";
  }

  @Requires(Permission.MANAGE_REPORT)
  @PostMapping("/schedules/{id}/delete")
  String delete(@PathVariable UUID id, RedirectAttributes redirect) {
    schedules.delete(id);
    redirect.addFlashAttribute("notice", Notice.good("The schedule is deleted; its reports stay."));
    return "redirect:/reports";
  }

  private String saved(
      @Nullable UUID id,
      ScheduleForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      Schedule schedule =
          id == null ? schedules.create(form.draft()) : schedules.change(id, form.draft());
      redirect.addFlashAttribute("notice", Notice.good("Saved: " + schedule.name()));
      return "redirect:/reports";
    } catch (Refused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return again(id, form, refused, model);
    }
  }

  private String again(
      @Nullable UUID id, ScheduleForm form, @Nullable Refused refused, Model model) {
    model.addAttribute("view", forms.view(id, form, refused));
    return PAGE;
  }
}
