package dev.plumbline.web.api;

import dev.plumbline.web.pages.Cursors;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hangs the API's conventions into Spring MVC. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

  private static final int AFTER_RIGHTS = 10;

  private final Cursors cursors;
  private final Changes changes;

  ApiConfiguration(Cursors cursors, Changes changes) {
    this.cursors = cursors;
    this.changes = changes;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new StrictParameters()).order(AFTER_RIGHTS);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new ApiArguments(cursors, changes));
  }
}
