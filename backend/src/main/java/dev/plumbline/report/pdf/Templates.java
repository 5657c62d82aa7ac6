package dev.plumbline.report.pdf;

import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Bundled report templates, rendered as well-formed XML; data only ever becomes escaped text. */
public final class Templates {

  private final SpringTemplateEngine engine = new SpringTemplateEngine();

  public Templates() {
    var resolver = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
    resolver.setPrefix("templates/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.XML);
    resolver.setCharacterEncoding("UTF-8");
    engine.setTemplateResolver(resolver);
  }

  /** The filled template, such as {@code reports/framework/framework}. */
  public String fill(String template, Map<String, Object> model) {
    return engine.process(template, new Context(Locale.ENGLISH, model));
  }
}
