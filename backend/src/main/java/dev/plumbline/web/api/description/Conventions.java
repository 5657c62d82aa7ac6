package dev.plumbline.web.api.description;

import dev.plumbline.web.api.Body;
import dev.plumbline.web.api.IfMatch;
import dev.plumbline.web.api.Parameters;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.security.Requires;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Tells of each operation what all of its kind share: parameters, headers, refusals. */
@Component
class Conventions implements OperationCustomizer {

  static final String PROBLEM = "Problem";

  private static final Map<String, Schema<?>> SHARED =
      Map.of(
          "at",
          new StringSchema()
              .format("date-time")
              .description("The instant to tell of (RFC 3339); now when absent."),
          "cursor",
          new StringSchema()
              .description(
                  "The page after: page.next of the one before, with the same other parameters."),
          "limit",
          limit());

  private static Schema<?> limit() {
    var limit = new IntegerSchema();
    limit.setMinimum(BigDecimal.ONE);
    limit.setMaximum(BigDecimal.valueOf(200));
    limit.setDefault(50);
    limit.setDescription("How many entries a page has at most.");
    return limit;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    String resource = resource(handler);
    operation.operationId(resource + "." + handler.getMethod().getName());
    operation.tags(List.of(resource));
    var right = handler.getMethodAnnotation(Requires.class);
    if (right != null) {
      operation.description("Needs the right " + right.value() + ".");
    }
    parameters(operation, handler);
    responses(operation, handler);
    return operation;
  }

  private static String resource(HandlerMethod handler) {
    String name = handler.getBeanType().getSimpleName().replaceFirst("Api$", "");
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static void parameters(Operation operation, HandlerMethod handler) {
    for (String name : Parameters.of(handler.getMethod())) {
      Schema<?> shared = SHARED.get(name);
      if (shared != null) {
        operation.addParametersItem(
            new Parameter().in("query").name(name).required(false).schema(shared));
      }
    }
    if (takes(handler, IfMatch.class)) {
      operation.addParametersItem(
          header(IfMatch.HEADER, "The ETag of what was read before.").required(true));
    }
    if (idempotent(handler)) {
      operation.addParametersItem(
          header(
              "Idempotency-Key",
              "Of your making: the call sent again with it within a day is answered the same."));
    }
  }

  private static Parameter header(String name, String description) {
    return new Parameter()
        .in("header")
        .name(name)
        .required(false)
        .description(description)
        .schema(new StringSchema());
  }

  static boolean takes(HandlerMethod handler, Class<?> type) {
    return Arrays.asList(handler.getMethod().getParameterTypes()).contains(type);
  }

  static boolean idempotent(HandlerMethod handler) {
    var post = handler.getMethodAnnotation(PostMapping.class);
    return post != null
        && Stream.of(post.consumes()).noneMatch(MediaType.MULTIPART_FORM_DATA_VALUE::equals);
  }

  private static void responses(Operation operation, HandlerMethod handler) {
    var responses = operation.getResponses();
    responses.values().forEach(Conventions::asJson);
    if (handler.hasMethodAnnotation(GetMapping.class)
        && ResolvableType.forMethodReturnType(handler.getMethod()).resolve() == Body.class) {
      Optional.ofNullable(responses.get("200"))
          .ifPresent(read -> read.addHeaderObject("ETag", tag()));
      responses.addApiResponse("304", new ApiResponse().description("Known by If-None-Match."));
    }
    problem(responses, HttpStatus.BAD_REQUEST, "A parameter is unknown or has a wrong value.");
    problem(responses, HttpStatus.UNAUTHORIZED, "No valid token was sent.");
    problem(responses, HttpStatus.FORBIDDEN, "The token's role lacks the right.");
    if (annotated(handler, PathVariable.class) || takes(handler, AsOf.class)) {
      problem(responses, HttpStatus.NOT_FOUND, "There is no such thing in this organisation.");
    }
    if (!handler.hasMethodAnnotation(GetMapping.class)) {
      problem(responses, HttpStatus.UNPROCESSABLE_CONTENT, "The body or the call was refused.");
    }
    if (takes(handler, IfMatch.class)) {
      problem(responses, HttpStatus.PRECONDITION_FAILED, "It has changed since it was read.");
      problem(responses, HttpStatus.PRECONDITION_REQUIRED, "If-Match was not sent.");
    }
    if (idempotent(handler)) {
      problem(responses, HttpStatus.CONFLICT, "The call with this key has not been answered.");
    }
    responses.addApiResponse(
        "429",
        refusal("The token's calls of a minute are spent.")
            .addHeaderObject(
                "Retry-After",
                new Header().description("Seconds to wait.").schema(new IntegerSchema())));
  }

  private static boolean annotated(HandlerMethod handler, Class<? extends Annotation> type) {
    return Arrays.stream(handler.getMethodParameters())
        .anyMatch(parameter -> parameter.hasParameterAnnotation(type));
  }

  private static Header tag() {
    return new Header().description("Names this state; weak for lists.").schema(new StringSchema());
  }

  private static void asJson(ApiResponse response) {
    var content = response.getContent();
    var any = content == null ? null : content.remove("*/*");
    if (any != null) {
      content.addMediaType(MediaType.APPLICATION_JSON_VALUE, any);
    }
  }

  private static void problem(ApiResponses responses, HttpStatus status, String description) {
    responses.addApiResponse(String.valueOf(status.value()), refusal(description));
  }

  private static ApiResponse refusal(String description) {
    return new ApiResponse()
        .description(description)
        .content(
            new Content()
                .addMediaType(
                    MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                    new io.swagger.v3.oas.models.media.MediaType()
                        .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
  }
}
