package dev.plumbline.notify.mail;

import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The bundled templates of mails; in HTML, data only ever becomes escaped text. */
final class MailTemplates {

  private static final String REPORT = "mails/report/report";

  private final SpringTemplateEngine html = engine(".html", TemplateMode.HTML);
  private final SpringTemplateEngine text = engine(".txt", TemplateMode.TEXT);

  String html(ReportMailView view) {
    return html.process(REPORT, context(view));
  }

  String text(ReportMailView view) {
    return text.process(REPORT, context(view));
  }

  private static Context context(ReportMailView view) {
    return new Context(Locale.ENGLISH, Map.of("mail", view));
  }

  private static SpringTemplateEngine engine(String suffix, TemplateMode mode) {
    var resolver = new ClassLoaderTemplateResolver(MailTemplates.class.getClassLoader());
    resolver.setPrefix("templates/");
    resolver.setSuffix(suffix);
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding("UTF-8");
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
