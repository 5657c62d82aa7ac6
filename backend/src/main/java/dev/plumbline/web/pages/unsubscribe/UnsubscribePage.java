package dev.plumbline.web.pages.unsubscribe;

import dev.plumbline.notify.Deliveries;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.web.pages.error.ErrorView;
import dev.plumbline.web.security.Anyone;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Asking only shows the question: mail scanners follow links. Posting ends the mails. */
@Controller
class UnsubscribePage {

  private static final String PAGE = "pages/unsubscribe/unsubscribe";

  private final Organisations organisations;
  private final Deliveries deliveries;

  UnsubscribePage(Organisations organisations, Deliveries deliveries) {
    this.organisations = organisations;
    this.deliveries = deliveries;
  }

  @Anyone
  @GetMapping("/unsubscribe")
  String show(@RequestParam(defaultValue = "") String token, Model model) {
    return answer(token, deliveries::subscription, model);
  }

  @Anyone
  @PostMapping("/unsubscribe")
  String unsubscribe(@RequestParam(defaultValue = "") String token, Model model) {
    return answer(token, deliveries::stop, model);
  }

  @ExceptionHandler(NotHere.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String nothing(Model model) {
    model.addAttribute(
        "view",
        ErrorView.deadLink(
            "The schedule or your address on it is gone, so no mail follows. If mails still come,"
                + " look whether the link was copied whole."));
    return "pages/error/error";
  }

  private String answer(String token, Function<String, Deliveries.Subscription> work, Model model) {
    int dot = token.indexOf('.');
    if (dot < 1) {
      throw new NotHere("subscription");
    }
    var tenant =
        organisations
            .withSlug(token.substring(0, dot))
            .orElseThrow(() -> new NotHere("subscription"));
    var subscription = Tenant.call(tenant, () -> work.apply(token.substring(dot + 1)));
    model.addAttribute(
        "view",
        new UnsubscribeView(
            token, subscription.schedule(), subscription.recipient(), subscription.stopped()));
    return PAGE;
  }
}
