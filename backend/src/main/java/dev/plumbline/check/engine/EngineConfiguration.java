package dev.plumbline.check.engine;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Evaluator;
import dev.plumbline.check.PodSecurity;
import dev.plumbline.check.cel.FastCel;
import dev.plumbline.inventory.fact.Fact;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  @Bean
  Evaluator evaluator(Catalogue catalogue, List<Fact> facts) {
    return new CelEvaluator(catalogue, facts, compiler(facts));
  }

  @Bean
  PodSecurity podSecurity(Catalogue catalogue) {
    return new CelPodSecurity(catalogue, compiler(List.of()));
  }

  static Compiler compiler(List<Fact> facts) {
    var vocabulary = new Vocabulary(facts);
    return new Compiler(vocabulary, new FastCel(vocabulary));
  }
}
