package dev.plumbline.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.compliance.FrameworkText;
import dev.plumbline.compliance.OwnFrameworks;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.finding.Waivers;
import dev.plumbline.rulebook.OwnChecks;
import dev.plumbline.scan.SampleData;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.Actor;
import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Invitations;
import dev.plumbline.tenant.Members;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Person;
import dev.plumbline.tenant.Role;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.PlumblineTest;
import dev.plumbline.testing.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route × every role × another tenant's ids: what is not one's own does not exist. */
@PlumblineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationMatrixIntegrationTests {

  private static final String PASSWORD = "nine plain words nobody else has";
  private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*(\\{[^}]*}[^{}]*)*}");

  private static final String OWN_CHECK =
      """
      title: Theirs
      severity: low
      objective: own
      why: because
      applies_to: [Pod]
      needs: [Pod]
      offenders: "[pod].filter(p, false)"
      message: "'never'"
      fix: {text: none}
      """;

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired Members members;
  @Autowired Invitations invitations;
  @Autowired ApiTokens tokens;
  @Autowired SampleData sample;
  @Autowired Clusters clusters;
  @Autowired Scans scans;
  @Autowired Findings findings;
  @Autowired Waivers waivers;
  @Autowired OwnChecks checks;
  @Autowired OwnFrameworks ownFrameworks;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @LocalServerPort int port;

  private Organisation own;
  private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
  private final Map<Role, String> secrets = new EnumMap<>(Role.class);
  private final List<String> foreign = new ArrayList<>();

  private record Route(String method, String path, Requires requires, boolean api, boolean upload) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @BeforeAll
  void fillTwoOrganisations() {
    var owner = people.register(UUID.randomUUID() + "@example.org", "Owner", PASSWORD);
    own = organisations.found("Own", owner);
    visitors.put(Role.OWNER, signedIn(owner.email()));
    for (Role role : Role.values()) {
      secrets.put(
          role, in(own.id(), owner, () -> tokens.create(role.name(), role, null, Role.OWNER)));
      if (role != Role.OWNER) {
        String email = UUID.randomUUID() + "@example.org";
        String link = Tenant.call(own.id(), () -> invitations.invite(email, role, Role.OWNER));
        invitations.accept(link, role.name(), PASSWORD);
        visitors.put(role, signedIn(email));
      }
    }
    var stranger = people.register(UUID.randomUUID() + "@example.org", "Other", PASSWORD);
    var other = organisations.found("Other", stranger);
    Tenant.run(
        other.id(),
        () -> {
          sample.load();
          clusters.list().forEach(cluster -> foreign.add(cluster.id().toString()));
          scans
              .fleet(java.util.Optional.empty())
              .scans()
              .forEach(scan -> foreign.add(scan.id().toString()));
          foreign.add(
              findings.page(FindingFilter.ALL, null, 1).findings().getFirst().id().toString());
          foreign.add(in(other.id(), stranger, this::excepted));
          String text = FrameworkText.blank("own-theirs", "Theirs", LocalDate.EPOCH);
          foreign.add(in(other.id(), stranger, () -> ownFrameworks.create(text).slug()));
          ownFrameworks.publish("own-theirs");
          members.all().forEach(member -> foreign.add(member.id().toString()));
          foreign.add(checks.create("own-theirs", OWN_CHECK).slug());
        });
  }

  private String excepted() {
    var finding = findings.page(FindingFilter.ALL, null, 1).findings().getFirst().id();
    Instant end = Instant.now().plus(Duration.ofDays(30));
    var draft = new Waivers.Draft(List.of(finding), "accepted", "", end);
    return waivers.request(draft).getFirst().id().toString();
  }

  private static String in(UUID tenant, Person person, Supplier<String> work) {
    List<String> made = new ArrayList<>();
    Actor.<RuntimeException, RuntimeException>enter(
        Actor.of(person), () -> made.add(Tenant.call(tenant, work)));
    return made.getFirst();
  }

  private Visitor signedIn(String email) {
    var visitor = new Visitor(port);
    visitor.signIn(email, PASSWORD);
    visitor.get("/?choose");
    return visitor;
  }

  @TestFactory
  Stream<DynamicTest> strangersSeeNothing() {
    return routes()
        .map(route ->
            DynamicTest.dynamicTest(
                route.toString(),
                () -> {
                  var answer = send(new Visitor(port), null, route, UUID.randomUUID().toString());
                  int expected = route.api() ? 401 : route.method().equals("GET") ? 302 : 403;
                  assertThat(answer.statusCode()).isEqualTo(expected);
                }));
  }

  @TestFactory
  Stream<DynamicTest> aRoleWithoutTheRightIsRefused() {
    return routes()
        .flatMap(route ->
            Stream.of(Role.values())
                .filter(role -> !role.may(route.requires().value()))
                .map(role ->
                    DynamicTest.dynamicTest(
                        role + " " + route,
                        () ->
                            assertThat(
                                    asked(role, route, UUID.randomUUID().toString()).statusCode())
                                .isEqualTo(403))));
  }

  @TestFactory
  Stream<DynamicTest> aRoleWithTheRightIsLetInAndNothingBreaks() {
    return routes()
        .filter(route -> route.method().equals("GET"))
        .flatMap(route ->
            Stream.of(Role.values())
                .filter(role -> role.may(route.requires().value()))
                .map(role ->
                    DynamicTest.dynamicTest(
                        role + " " + route,
                        () ->
                            assertThat(
                                    asked(role, route, UUID.randomUUID().toString()).statusCode())
                                .isIn(200, 404))));
  }

  @TestFactory
  Stream<DynamicTest> anotherTenantsIdIsAnsweredAsARandomOne() {
    return routes()
        .filter(route -> VARIABLE.matcher(route.path()).find())
        .flatMap(route ->
            foreign.stream()
                .map(
                    id -> DynamicTest.dynamicTest(route + " " + id, () -> looksRandom(route, id))));
  }

  private void looksRandom(Route route, String id) {
    String random = (id.startsWith("own-") ? "own-" : "") + UUID.randomUUID();
    var theirs = asked(Role.OWNER, route, id);
    var nobodys = asked(Role.OWNER, route, random);
    assertThat(theirs.statusCode()).isEqualTo(nobodys.statusCode()).isLessThan(500);
    assertThat(plain(theirs, id)).isEqualTo(plain(nobodys, random));
  }

  private static String plain(HttpResponse<String> answer, String id) {
    return answer
        .body()
        .replace(id, "ID")
        .replaceAll("value=\"[A-Za-z0-9_-]{80,}\"", "value=\"CSRF\"")
        .replaceAll("\"instance\":\"[^\"]*\"", "");
  }

  private HttpResponse<String> asked(Role role, Route route, String id) {
    return send(visitors.get(role), secrets.get(role), route, id);
  }

  private HttpResponse<String> send(Visitor visitor, String secret, Route route, String id) {
    String path = VARIABLE.matcher(route.path()).replaceAll(id);
    if (route.api()) {
      String type = route.upload() ? "multipart/form-data; boundary=x" : "application/json";
      Map<String, String> headers =
          secret == null
              ? Map.of("Content-Type", type)
              : Map.of("Content-Type", type, "Authorization", "Bearer " + secret);
      return visitor.send(route.method(), path, route.upload() ? "--x--" : "{}", headers);
    }
    String whole = "/t/" + own.slug() + path;
    return route.method().equals("GET") ? visitor.get(whole) : visitor.post(whole, Map.of());
  }

  private Stream<Route> routes() {
    return mappings.getHandlerMethods().entrySet().stream()
        .filter(entry -> entry.getValue().hasMethodAnnotation(Requires.class))
        .flatMap(entry -> routes(entry.getKey(), entry.getValue()))
        .filter(route -> !route.path().endsWith("/events"));
  }

  private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod method) {
    return info.getPatternValues().stream()
        .map(path ->
            new Route(
                info.getMethodsCondition().getMethods().stream().findFirst().orElseThrow().name(),
                path + demanded(method),
                method.getMethodAnnotation(Requires.class),
                path.startsWith("/api/"),
                info.getConsumesCondition().getConsumableMediaTypes().stream()
                    .anyMatch(type -> type.getType().equals("multipart"))));
  }

  /** A value for each query parameter that a reading call cannot do without. */
  private static String demanded(HandlerMethod method) {
    return Stream.of(method.getMethod().getParameters())
        .filter(one -> method.hasMethodAnnotation(GetMapping.class))
        .filter(one -> one.isAnnotationPresent(RequestParam.class))
        .filter(one -> demanded(one.getAnnotation(RequestParam.class)))
        .map(one -> one.getName() + "=x")
        .reduce((one, other) -> one + "&" + other)
        .map(query -> "?" + query)
        .orElse("");
  }

  private static boolean demanded(RequestParam parameter) {
    return parameter.required() && parameter.defaultValue().equals(ValueConstants.DEFAULT_NONE);
  }
}
