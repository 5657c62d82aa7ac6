package dev.plumbline.web.api.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.web.api.IfMatch;
import dev.plumbline.web.api.Paging;
import dev.plumbline.web.pages.AsOf;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description as a whole: who may call, what problems look like, what is never absent. */
@Component
class Description implements GlobalOpenApiCustomizer {

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(AsOf.class, Paging.class, IfMatch.class);
  }

  private static final String BEARER = "token";
  private static final String TEXT =
      """
      Clusters, scans, findings, objects, checks, frameworks and reports of one organisation, which \
      the token names. Every answer is {data, page}; every refusal is a problem (RFC 9457). Unknown \
      query parameters are refused. Each token may make so many calls a minute, told by RateLimit.\
      """;

  private final RequestMappingHandlerMapping handlers;

  Description(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
    this.handlers = handlers;
  }

  @Override
  public void customise(OpenAPI api) {
    api.info(new Info().title("Plumbline").version("1").description(TEXT));
    api.servers(List.of(new Server().url("/")));
    api.addSecurityItem(new SecurityRequirement().addList(BEARER));
    var components = api.getComponents();
    components.addSecuritySchemes(
        BEARER, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
    Map<String, Class<?>> records =
        Records.of(
            handlers.getHandlerMethods().values().stream()
                .filter(handler -> handler.getBeanType().isAnnotationPresent(RestController.class))
                .filter(handler -> handler.getBeanType().getName().startsWith("dev.plumbline.")));
    var schemas = components.getSchemas();
    schemas.forEach((name, schema) -> {
      Class<?> type = records.get(name);
      if (type != null) {
        complete(schema, type);
      } else if (name.startsWith("Body")) {
        schema.addRequiredItem("data");
      }
    });
    schemas.put(Conventions.PROBLEM, Problem.schema());
  }

  private static void complete(Schema<?> schema, Class<?> type) {
    boolean always = !type.isAnnotationPresent(JsonInclude.class);
    for (RecordComponent component : type.getRecordComponents()) {
      var properties = schema.getProperties();
      Schema<?> property = properties == null ? null : properties.get(component.getName());
      if (property == null) {
        continue;
      }
      if (nullable(component)) {
        properties.put(component.getName(), orNull(property));
      } else if (always) {
        schema.addRequiredItem(component.getName());
      }
    }
  }

  private static boolean nullable(RecordComponent component) {
    return component.getType() == Optional.class
        || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static Schema<?> orNull(Schema<?> property) {
    return new JsonSchema().anyOf(List.of(property, new JsonSchema().types(Set.of("null"))));
  }
}
