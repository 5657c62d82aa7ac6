package dev.plumbline.web.pages;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Gives the templates {@code #format}. */
@Component
class PageDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

  private static final String FORMAT = "format";

  @Override
  public String getName() {
    return "plumbline";
  }

  @Override
  public IExpressionObjectFactory getExpressionObjectFactory() {
    return this;
  }

  @Override
  public Set<String> getAllExpressionObjectNames() {
    return Set.of(FORMAT);
  }

  @Override
  public @Nullable Object buildObject(IExpressionContext context, String name) {
    return FORMAT.equals(name) ? new Format() : null;
  }

  @Override
  public boolean isCacheable(String name) {
    return true;
  }
}
