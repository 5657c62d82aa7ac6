package dev.plumbline.web.api.description;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Names schemas so that no two share one: what is nested carries the name of what holds it, what is
 * a resource's own that of the resource.
 */
final class SchemaNames extends TypeNameResolver {

  private static final String API = "dev.plumbline.web.api.";

  @Override
  protected String getNameOfClass(Class<?> type) {
    return of(type);
  }

  static String of(Class<?> type) {
    Class<?> holder = type.getEnclosingClass();
    if (holder != null && type.getName().startsWith("dev.plumbline.")) {
      return of(holder).replaceFirst("Json$", "") + type.getSimpleName();
    }
    String room = type.getPackageName() + ".";
    if (!room.startsWith(API) || room.equals(API)) {
      return type.getSimpleName();
    }
    String resource = room.substring(API.length(), room.length() - 1);
    return Character.toUpperCase(resource.charAt(0)) + resource.substring(1) + type.getSimpleName();
  }

  /** Takes the place of springdoc's own. */
  @Configuration(proxyBeanMethods = false)
  static class Wiring {
    @Bean
    ModelResolver namedModels(ObjectMapperProvider mappers) {
      return new ModelResolver(mappers.jsonMapper(), new SchemaNames()).openapi31(true);
    }
  }
}
