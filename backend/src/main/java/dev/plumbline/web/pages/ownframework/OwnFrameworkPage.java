package dev.plumbline.web.pages.ownframework;

import dev.plumbline.compliance.MalformedFramework;
import dev.plumbline.compliance.OwnFrameworks;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.pages.Download;
import dev.plumbline.web.pages.Notice;
import dev.plumbline.web.security.Access;
import dev.plumbline.web.security.Requires;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One own framework: writing its text, trying it, letting it count and taking it back. */
@Controller
class OwnFrameworkPage {

  private static final String PAGE = "pages/ownframework/ownframework";

  private final OwnFrameworks own;
  private final OwnFrameworkSheet sheet;

  OwnFrameworkPage(OwnFrameworks own, OwnFrameworkSheet sheet) {
    this.own = own;
    this.sheet = sheet;
  }

  @Requires(Permission.READ)
  @GetMapping("/own-frameworks/{id}")
  String show(@PathVariable String id, Access access, Model model) {
    model.addAttribute("view", sheet.view(id, access));
    return PAGE;
  }

  @Requires(Permission.READ)
  @GetMapping("/own-frameworks/{id}/revisions/{revision}/yaml")
  ResponseEntity<byte[]> text(@PathVariable String id, @PathVariable String revision) {
    int number = revision.matches("[0-9]{1,9}") ? Integer.parseInt(revision) : 0;
    return Download.yaml(id + "-" + number, own.source(id, number));
  }

  @Requires(Permission.WRITE_RULES)
  @PostMapping("/own-frameworks/{id}")
  String save(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "0") int revision,
      @RequestParam(defaultValue = "false") boolean preview,
      Access access,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    own.get(id);
    String text = source.replace("\r\n", "\n");
    try {
      if (preview) {
        own.read(id, text);
        return again(id, revision, text, access, null, model);
      }
      int saved = own.save(id, revision, text).revision();
      redirect.addFlashAttribute("notice", Notice.good("Saved as revision " + saved + "."));
      return back(id);
    } catch (MalformedFramework malformed) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return again(id, revision, text, access, malformed, model);
    } catch (Refused refused) {
      response.setStatus(HttpStatus.CONFLICT.value());
      model.addAttribute("notice", Notice.bad("Not saved.", refused.why()));
      return again(id, own.get(id).revision(), text, access, null, model);
    }
  }

  private String again(
      String id,
      int revision,
      String text,
      Access access,
      @Nullable MalformedFramework malformed,
      Model model) {
    model.addAttribute("view", sheet.view(id, revision, text, access, malformed));
    return PAGE;
  }

  @Requires(Permission.PUBLISH_RULES)
  @PostMapping("/own-frameworks/{id}/publish")
  String publish(
      @PathVariable String id,
      Access access,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      own.publish(id);
    } catch (MalformedFramework malformed) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return again(id, own.get(id).revision(), own.source(id), access, malformed, model);
    }
    redirect.addFlashAttribute(
        "notice", Notice.good("It counts now, and is kept with every scan from here on."));
    return back(id);
  }

  @Requires(Permission.PUBLISH_RULES)
  @PostMapping("/own-frameworks/{id}/retire")
  String retire(@PathVariable String id, RedirectAttributes redirect) {
    own.retire(id);
    redirect.addFlashAttribute("notice", Notice.good("It counts no more; the past keeps it."));
    return back(id);
  }

  @Requires(Permission.WRITE_RULES)
  @PostMapping("/own-frameworks/{id}/delete")
  String delete(@PathVariable String id, RedirectAttributes redirect) {
    own.delete(id);
    redirect.addFlashAttribute("notice", Notice.good("The draft is deleted."));
    return "redirect:/own-frameworks";
  }

  private static String back(String id) {
    return "redirect:/own-frameworks/" + id;
  }
}
