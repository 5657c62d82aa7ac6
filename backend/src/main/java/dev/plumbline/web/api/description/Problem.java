package dev.plumbline.web.api.description;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Set;

/** The shape of every refusal (RFC 9457). */
final class Problem {

  private Problem() {}

  static Schema<?> schema() {
    Schema<?> errors = of("array", "Where it is wrong.");
    errors.setItems(error());
    Schema<?> problem = of("object", "Why a call was refused.");
    problem.addProperty("type", text("A URL that names the problem, or about:blank."));
    problem.addProperty("title", text("The status in words."));
    problem.addProperty("status", of("integer", "The HTTP status."));
    problem.addProperty("detail", text("What is wrong, in a sentence."));
    problem.addProperty("instance", text("The address that was called."));
    problem.addProperty("errors", errors);
    problem.setRequired(List.of("title", "status"));
    return problem;
  }

  private static Schema<?> error() {
    Schema<?> error = of("object", "One thing that is wrong.");
    error.addProperty("detail", text("What is wrong there."));
    error.addProperty("pointer", text("Into the body (RFC 6901)."));
    error.addProperty("parameter", text("A query parameter."));
    error.addProperty("header", text("A header."));
    error.addProperty("field", text("A field of the check that was sent."));
    error.addProperty("line", of("integer", "Within the field's expression, else the file."));
    error.addProperty("column", of("integer", "In that line."));
    error.addProperty("fileLine", of("integer", "Within the file that was sent."));
    error.setRequired(List.of("detail"));
    return error;
  }

  private static Schema<?> text(String description) {
    return of("string", description);
  }

  private static Schema<?> of(String type, String description) {
    Schema<?> schema = new JsonSchema();
    schema.setTypes(Set.of(type));
    schema.setDescription(description);
    return schema;
  }
}
