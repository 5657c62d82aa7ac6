package dev.plumbline.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.compliance.FrameworkText;
import dev.plumbline.compliance.OwnFrameworks;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.report.ReportRequest;
import dev.plumbline.report.Reports;
import dev.plumbline.report.Schedule;
import dev.plumbline.report.Schedules;
import dev.plumbline.rulebook.OwnChecks;
import dev.plumbline.scan.SampleData;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Role;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.ApiCaller;
import dev.plumbline.testing.PlumblineTest;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API's description against its handlers, and against what they answer. */
@PlumblineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiIntegrationTests {

  /** Files, and what the sample data has none of. */
  private static final Pattern NOT_ASKED =
      Pattern.compile(
          "/api/v1/(reports/\\{id}/(pdf|findings)|frameworks/\\{id}/yaml"
              + "|own-frameworks/\\{id}/revisions/\\{revision}/yaml|clusters/\\{cluster}/self-test"
              + "|clusters/\\{cluster}/access/(who|what)|exceptions/\\{id}|comparisons(/\\{list\\})?)");

  private static final String OWN_CHECK =
      """
      title: Described
      severity: low
      objective: own
      why: because
      applies_to: [Pod]
      needs: [Pod]
      offenders: "[pod].filter(p, false)"
      message: "'never'"
      fix: {text: none}
      """;
  private static final String OWN =
      FrameworkText.blank("own-described", "Described", LocalDate.EPOCH);

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired ApiTokens tokens;
  @Autowired SampleData sample;
  @Autowired Clusters clusters;
  @Autowired Scans scans;
  @Autowired Findings findings;
  @Autowired Reports reports;
  @Autowired Schedules schedules;
  @Autowired OwnChecks checks;
  @Autowired OwnFrameworks own;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @LocalServerPort int port;

  private ApiCaller owner;
  private JsonNode document;
  private final Map<String, String> ids = new HashMap<>();

  private record Operation(String method, String path, HandlerMethod handler) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @BeforeAll
  void readTheDescription() {
    var organisation =
        organisations.found(
            "Described",
            people.register(
                UUID.randomUUID() + "@example.org", "Mira", "nine plain words nobody else has"));
    owner =
        new ApiCaller(
            port,
            Tenant.call(
                organisation.id(), () -> tokens.create("owner", Role.OWNER, null, Role.OWNER)));
    Tenant.run(organisation.id(), this::fill);
    document = ApiCaller.json(owner.get("/api/v1/openapi"));
  }

  private void fill() {
    sample.load();
    var cluster = clusters.list().getFirst();
    var finding = findings.page(FindingFilter.ALL, null, 1).findings().getFirst();
    ids.put("cluster", cluster.alias());
    ids.put("scans", scans.ofCluster(cluster.id(), 1).getFirst().id().toString());
    ids.put("findings", finding.id().toString());
    ids.put("workload", workload(cluster.alias()));
    ids.put(
        "objects",
        ApiCaller.data(owner.get("/api/v1/clusters/" + cluster.alias() + "/objects"))
            .path(0)
            .path("id")
            .asString(""));
    ids.put("checks", finding.check());
    ids.put("own-checks", checks.create("own-described", OWN_CHECK).slug());
    ids.put("frameworks", "cis-1.12");
    ids.put("own-frameworks", own.create(OWN).slug());
    ids.put("revision", "1");
    ids.put(
        "reports",
        reports.order(new ReportRequest("gdpr", List.of(), null, null, "UTC")).id().toString());
    ids.put(
        "report-schedules",
        schedules
            .create(
                new Schedule.Draft(
                    "weekly", "gdpr", List.of(), "0 7 * * 1", "UTC", List.of(), true, true))
            .id()
            .toString());
  }

  private String workload(String cluster) {
    var first =
        ApiCaller.data(owner.get("/api/v1/clusters/" + cluster + "/network/workloads")).path(0);
    return Stream.of("namespace", "kind", "name")
        .map(part -> first.path(part).asString(""))
        .collect(Collectors.joining("/"));
  }

  private Stream<Operation> operations() {
    return mappings.getHandlerMethods().entrySet().stream()
        .filter(entry ->
            entry.getValue().getBeanType().getPackageName().startsWith("dev.plumbline.web.api"))
        .flatMap(entry ->
            entry.getKey().getPatternValues().stream()
                .map(path ->
                    new Operation(
                        entry.getKey().getMethodsCondition().getMethods().iterator().next().name(),
                        path,
                        entry.getValue())));
  }

  private JsonNode described(Operation operation) {
    return document
        .path("paths")
        .path(operation.path())
        .path(operation.method().toLowerCase(Locale.ROOT));
  }

  @Test
  void itDescribesEveryHandlerAndNothingElse() {
    assertThat(document.path("openapi").asString("")).startsWith("3.1");
    var told = new TreeSet<String>();
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(method ->
                    told.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
    assertThat(told)
        .containsExactlyElementsOf(
            operations().map(Operation::toString).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void everyOperationHasANameOfItsOwn() {
    assertThat(operations().map(one -> described(one).path("operationId").asString("")))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-zA-Z]+\\.[a-zA-Z]+"));
  }

  @Test
  void everyOperationSaysInOneSentenceWhatItDoesAndWhereItBelongs() {
    assertThat(operations())
        .isNotEmpty()
        .allSatisfy(one -> {
          assertThat(described(one).path("summary").asString(""))
              .as(one.toString())
              .matches("[A-Z][^.]{10,120}\\.");
          assertThat(described(one).path("tags").size()).as(one.toString()).isEqualTo(1);
        });
  }

  @TestFactory
  Stream<DynamicTest> parametersAreThoseTheHandlerTakes() {
    return operations()
        .map(one ->
            DynamicTest.dynamicTest(
                one.toString(),
                () -> {
                  assertThat(parameters(one, "query"))
                      .isEqualTo(Parameters.of(one.handler().getMethod()));
                  assertThat(parameters(one, "path")).isEqualTo(pathVariables(one));
                  assertThat(parameters(one, "header")).isEqualTo(headers(one));
                  assertThat(described(one).has("requestBody"))
                      .isEqualTo(takesBody(one) || multipart(one));
                }));
  }

  private Set<String> parameters(Operation operation, String in) {
    var names = new TreeSet<String>();
    for (JsonNode parameter : described(operation).path("parameters")) {
      if (parameter.path("in").asString("").equals(in)) {
        names.add(parameter.path("name").asString(""));
      }
    }
    return names;
  }

  private static Set<String> pathVariables(Operation operation) {
    var names = new TreeSet<String>();
    for (var parameter : operation.handler().getMethod().getParameters()) {
      if (parameter.isAnnotationPresent(PathVariable.class)) {
        names.add(parameter.getName());
      }
    }
    return names;
  }

  private static Set<String> headers(Operation operation) {
    var names = new HashSet<String>();
    for (var type : operation.handler().getMethod().getParameterTypes()) {
      if (type == IfMatch.class) {
        names.add("If-Match");
      }
    }
    if (operation.method().equals("POST") && !multipart(operation)) {
      names.add("Idempotency-Key");
    }
    return names;
  }

  private static boolean takesBody(Operation operation) {
    return Stream.of(operation.handler().getMethod().getParameters())
        .anyMatch(parameter ->
            parameter.isAnnotationPresent(RequestBody.class)
                || parameter.getType() == InputStream.class);
  }

  private static boolean multipart(Operation operation) {
    return operation.path().endsWith("/uploads");
  }

  @TestFactory
  Stream<DynamicTest> whatSharedConventionsRefuseIsTold() {
    return operations()
        .map(one ->
            DynamicTest.dynamicTest(
                one.toString(),
                () -> {
                  var told = new TreeSet<String>();
                  described(one).path("responses").propertyNames().forEach(told::add);
                  assertThat(told).contains("400", "401", "403", "429");
                  assertThat(told.contains("412") && told.contains("428"))
                      .isEqualTo(headers(one).contains("If-Match"));
                  assertThat(told.contains("409"))
                      .isEqualTo(headers(one).contains("Idempotency-Key"));
                }));
  }

  @TestFactory
  Stream<DynamicTest> answersHaveTheShapeThatIsTold() {
    return operations()
        .filter(one -> one.method().equals("GET"))
        .filter(one -> !NOT_ASKED.matcher(one.path()).matches())
        .map(one -> DynamicTest.dynamicTest(one.toString(), () -> hasShape(one)));
  }

  private void hasShape(Operation operation) {
    var answer = owner.get(address(operation.path()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String schema =
        described(operation)
            .at("/responses/200/content/application~1json/schema/$ref")
            .asString("");
    assertThat(problems(schema, answer.body())).isEmpty();
  }

  private String address(String path) {
    String resource = path.split("/")[3];
    return path.replace("{id}", Optional.ofNullable(ids.get(resource)).orElse(""))
        .replace("{cluster}", ids.get("cluster"))
        .replace("{namespace}/{kind}/{name}", ids.get("workload"))
        .replace("{control}", "5.2.2")
        .replace("{check}", ids.get("checks"));
  }

  private List<String> problems(String ref, String body) {
    assertThat(ref).startsWith("#/components/schemas/");
    var schema = JsonMapper.shared().createObjectNode();
    schema.put("$ref", ref);
    schema.set("components", closed(document.path("components").deepCopy()));
    Schema compiled =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema.toString());
    return compiled.validate(body, InputFormat.JSON).stream()
        .map(problem -> problem.getInstanceLocation() + " " + problem.getMessage())
        .limit(10)
        .toList();
  }

  /** What is not told of is a difference too. */
  private static JsonNode closed(JsonNode components) {
    for (JsonNode schema : components.path("schemas")) {
      if (schema instanceof ObjectNode object && object.has("properties")) {
        object.put("additionalProperties", false);
      }
    }
    return components;
  }

  @Test
  void aRefusalHasTheShapeThatIsTold() {
    assertThat(problems("#/components/schemas/Problem", owner.get("/api/v1/checks?x=1").body()))
        .isEmpty();
    assertThat(problems("#/components/schemas/Problem", owner.get("/api/v1/checks/x").body()))
        .isEmpty();
  }
}
