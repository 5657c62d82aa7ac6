package dev.plumbline.web.pages.access;

import dev.plumbline.scan.Scans;
import dev.plumbline.scan.Standing;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Empty;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Link;
import dev.plumbline.web.pages.Tab;
import dev.plumbline.web.pages.Urls;
import dev.plumbline.web.query.AccessCsv;
import dev.plumbline.web.query.AccessMap;
import dev.plumbline.web.query.AccessMaps;
import dev.plumbline.web.security.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who may do what, cluster by cluster: escalation paths, who can, what can, and the export. */
@Controller
class AccessPage {

  private static final String PAGE = "pages/access/access";

  private final Scans scans;
  private final AccessMaps maps;

  AccessPage(Scans scans, AccessMaps maps) {
    this.scans = scans;
    this.maps = maps;
  }

  @Requires(Permission.READ)
  @GetMapping("/access")
  String paths(@RequestParam(defaultValue = "") String cluster, AsOf asOf, Model model) {
    model.addAttribute("view", view("", cluster, asOf, it -> new Shown(it.paths(), null, null)));
    return PAGE;
  }

  @Requires(Permission.READ)
  @GetMapping("/access/who")
  String who(
      @RequestParam(defaultValue = "") String cluster,
      @RequestParam(defaultValue = "") String verb,
      @RequestParam(defaultValue = "") String resource,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String namespace,
      AsOf asOf,
      Model model) {
    model.addAttribute(
        "view",
        view(
            "/who",
            cluster,
            asOf,
            it -> new Shown(null, it.who(verb, resource, name, namespace), null)));
    return PAGE;
  }

  @Requires(Permission.READ)
  @GetMapping("/access/what")
  String what(
      @RequestParam(defaultValue = "") String cluster,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String filter,
      AsOf asOf,
      Model model) {
    model.addAttribute(
        "view",
        view("/what", cluster, asOf, it -> new Shown(null, null, it.what(subject, filter))));
    return PAGE;
  }

  @Requires(Permission.READ)
  @GetMapping("/access.csv")
  void export(
      @RequestParam(defaultValue = "") String cluster, AsOf asOf, HttpServletResponse response)
      throws IOException {
    Standing standing = chosen(clusters(asOf), cluster).orElseThrow(() -> new NotHere("cluster"));
    AccessMap map = maps.of(standing).orElseThrow(() -> new NotHere("scan"));
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"access-" + standing.cluster().alias() + ".csv\"");
    AccessCsv.write(map, standing.cluster().name(), response.getWriter());
  }

  private record Shown(
      AccessView.@Nullable Paths paths,
      AccessView.@Nullable Who who,
      AccessView.@Nullable What what) {}

  private AccessView view(
      String tab, String cluster, AsOf asOf, Function<AccessSheet, Shown> show) {
    List<Standing> all = clusters(asOf);
    Optional<Standing> chosen = chosen(all, cluster);
    Optional<AccessMap> map = chosen.flatMap(maps::of);
    if (chosen.isEmpty() || map.isEmpty()) {
      return nothing(tab, all, chosen, asOf);
    }
    var sheet = new AccessSheet(map.get(), chosen.get(), asOf);
    Shown shown = show.apply(sheet);
    return new AccessView(
        lede(chosen.get()),
        chosen.get().cluster().alias(),
        tabs(tab, all, chosen.get(), asOf),
        views(tab, chosen.get(), asOf),
        null,
        sheet.gaps(),
        asOf.value(),
        asOf.keep("/access.csv?cluster=" + alias(chosen.get())),
        shown.paths(),
        shown.who(),
        shown.what());
  }

  private AccessView nothing(String tab, List<Standing> all, Optional<Standing> chosen, AsOf asOf) {
    var empty =
        new Empty(
            Empty.State.NEVER_SCANNED,
            null,
            "Never scanned",
            "Who may do what is read from the roles and bindings that a scan has seen.",
            all.isEmpty()
                ? new Link("Connect a cluster", "/clusters/connect")
                : new Link("Look at the clusters", "/clusters"),
            null);
    return new AccessView(
        "Who may do what in a cluster, and how far each right leads.",
        "",
        chosen.map(it -> tabs(tab, all, it, asOf)).orElse(List.of()),
        List.of(),
        empty,
        List.of(),
        asOf.value(),
        "/access.csv",
        null,
        null,
        null);
  }

  private static String lede(Standing standing) {
    return "%s as read on %s: what its roles and bindings allow, and how far each right leads."
        .formatted(
            standing.cluster().name(),
            standing
                .scan()
                .flatMap(scan -> scan.takenAt())
                .map(at -> Format.moment(at, ZoneOffset.UTC))
                .orElse(Format.NOT_KNOWN));
  }

  private List<Standing> clusters(AsOf asOf) {
    return scans.fleet(asOf.instant()).clusters();
  }

  private static Optional<Standing> chosen(List<Standing> all, String cluster) {
    if (cluster.isEmpty()) {
      return all.stream()
          .filter(standing -> standing.scan().isPresent())
          .findFirst()
          .or(() -> all.stream().findFirst());
    }
    return Optional.of(
        all.stream()
            .filter(it ->
                it.cluster().alias().equals(cluster)
                    || it.cluster().id().toString().equals(cluster))
            .findFirst()
            .orElseThrow(() -> new NotHere("cluster")));
  }

  private static List<Tab> tabs(String tab, List<Standing> all, Standing chosen, AsOf asOf) {
    return all.stream()
        .map(it ->
            new Tab(
                it.cluster().name(),
                null,
                asOf.keep("/access" + tab + "?cluster=" + alias(it)),
                it.cluster().id().equals(chosen.cluster().id())))
        .toList();
  }

  private static List<Tab> views(String tab, Standing chosen, AsOf asOf) {
    String query = "?cluster=" + alias(chosen);
    return List.of(
        new Tab("Escalation paths", null, asOf.keep("/access" + query), tab.isEmpty()),
        new Tab("Who can", null, asOf.keep("/access/who" + query), tab.equals("/who")),
        new Tab("What can", null, asOf.keep("/access/what" + query), tab.equals("/what")));
  }

  private static String alias(Standing standing) {
    return Urls.encode(standing.cluster().alias());
  }
}
