package dev.plumbline.web.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.FileTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Renders each page of {@code frontend/pages} from its samples, without a server. */
final class SamplePages {

  static final Path FRONTEND = Path.of("../frontend");
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final Map<String, String> RAIL =
      Map.ofEntries(
          Map.entry("finding", "findings"),
          Map.entry("cluster", "clusters"),
          Map.entry("connect", "clusters"),
          Map.entry("scan", "clusters"),
          Map.entry("framework", "frameworks"),
          Map.entry("control", "frameworks"),
          Map.entry("workload", "network"),
          Map.entry("matrix", "frameworks"),
          Map.entry("schedule", "reports"),
          Map.entry("auditlog", "audit-log"));

  private final SpringTemplateEngine engine = new SpringTemplateEngine();
  private final JakartaServletWebApplication application =
      JakartaServletWebApplication.buildApplication(new MockServletContext());

  SamplePages() {
    var resolver = new FileTemplateResolver();
    resolver.setPrefix(FRONTEND + "/");
    resolver.setSuffix(".html");
    engine.setTemplateResolver(resolver);
    engine.addDialect(new PageDialect());
  }

  /** One document of a page's {@code sample.yaml}. */
  record Sample(String page, int number, Object view) {

    String name() {
      return number == 0 ? page : page + "-" + number;
    }
  }

  static List<String> pages() throws IOException {
    try (var folders = Files.list(FRONTEND.resolve("pages"))) {
      return folders
          .filter(Files::isDirectory)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  static List<Sample> samples(String page) throws IOException {
    var samples = new ArrayList<Sample>();
    try (var documents =
        YAML.readerFor(view(page))
            .readValues(FRONTEND.resolve("pages/" + page + "/sample.yaml").toFile())) {
      while (documents.hasNextValue()) {
        samples.add(new Sample(page, samples.size(), documents.nextValue()));
      }
    }
    return samples;
  }

  static <T> T bind(String yaml, Class<T> type) {
    return YAML.readValue(yaml, type);
  }

  private static Class<?> view(String page) {
    var word = page.substring(0, 1).toUpperCase(Locale.ROOT) + page.substring(1);
    try {
      return Class.forName("dev.plumbline.web.pages." + page + "." + word + "View");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the page " + page + " has no view record", e);
    }
  }

  String render(Sample sample, String theme) {
    var request = new MockHttpServletRequest("GET", "/");
    var exchange = application.buildExchange(request, new MockHttpServletResponse());
    var context = new WebContext(exchange, Locale.ENGLISH);
    context.setVariable("view", sample.view());
    context.setVariable("shell", shell(sample));
    context.setVariable("theme", theme);
    if (sample.number() == 1) {
      context.setVariable("notice", Notice.bad("Not saved.", "<script>alert(1)</script>"));
    }
    return engine.process("pages/" + sample.page() + "/" + sample.page(), context);
  }

  /** The second sample of a page stands in an unusual frame: in the past, among sample data. */
  private static Shell shell(Sample sample) {
    var frames = frames();
    var shell = frames.get(sample.number() == 1 ? 1 : 0);
    return new Shell(
        shell.tenant(),
        shell.person(),
        RAIL.getOrDefault(sample.page(), sample.page()),
        shell.auditor(),
        shell.counts(),
        shell.scope(),
        shell.moment(),
        shell.freshness(),
        shell.sample(),
        shell.rulePack(),
        shell.instant());
  }

  private static List<Shell> frames() {
    var file = FRONTEND.resolve("layout/sample.yaml").toFile();
    try (var documents = YAML.readerFor(Shell.class).<Shell>readValues(file)) {
      return documents.readAll();
    }
  }
}
