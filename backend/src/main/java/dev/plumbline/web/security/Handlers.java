package dev.plumbline.web.security;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Gives every handler of ours its {@link Place}; errors are shown wherever they happen. */
final class Handlers extends RequestMappingHandlerMapping {

  @Override
  protected @Nullable RequestCondition<?> getCustomMethodCondition(Method method) {
    Class<?> type = method.getDeclaringClass();
    if (!type.getName().startsWith("dev.plumbline.")
        || ErrorController.class.isAssignableFrom(type)) {
      return null;
    }
    boolean outside =
        AnnotatedElementUtils.hasAnnotation(method, Anyone.class)
            || AnnotatedElementUtils.hasAnnotation(type, RestController.class);
    return new Place(!outside);
  }
}
