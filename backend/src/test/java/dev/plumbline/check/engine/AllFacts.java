package dev.plumbline.check.engine;

import dev.plumbline.inventory.fact.Fact;
import java.util.List;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The facts of the product, as its context would find them. */
public final class AllFacts {

  private AllFacts() {}

  public static List<Fact> list() {
    var scanner = new ClassPathScanningCandidateComponentProvider(true);
    scanner.addIncludeFilter(new AssignableTypeFilter(Fact.class));
    return scanner.findCandidateComponents("dev.plumbline.inventory.fact").stream()
        .map(AllFacts::instance)
        .filter(Fact.class::isInstance)
        .map(Fact.class::cast)
        .toList();
  }

  private static Object instance(BeanDefinition definition) {
    try {
      var constructor = Class.forName(definition.getBeanClassName()).getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(definition.getBeanClassName(), e);
    }
  }
}
