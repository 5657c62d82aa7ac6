package dev.plumbline.check.engine;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Evaluator;
import dev.plumbline.check.PodSecurity;
import dev.plumbline.check.Workshop;
import dev.plumbline.check.cel.FastCel;
import dev.plumbline.check.cel.MeteredCel;
import dev.plumbline.inventory.fact.Fact;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  @Bean
  OwnRules ownRules(List<Fact> facts) {
    return own(facts);
  }

  @Bean
  Evaluator evaluator(Catalogue catalogue, List<Fact> facts, OwnRules own) {
    return new CelEvaluator(catalogue, facts, compiler(facts), own);
  }

  @Bean
  Workshop workshop(@Qualifier("shippedChecks") Catalogue shipped, List<Fact> facts, OwnRules own) {
    return new CelWorkshop(shipped, facts, new Vocabulary(facts), own);
  }

  @Bean
  PodSecurity podSecurity(@Qualifier("shippedChecks") Catalogue shipped) {
    return new CelPodSecurity(shipped, compiler(List.of()));
  }

  static Compiler compiler(List<Fact> facts) {
    var vocabulary = new Vocabulary(facts);
    return new Compiler(vocabulary, new FastCel(vocabulary));
  }

  static OwnRules own(List<Fact> facts) {
    var vocabulary = new Vocabulary(facts);
    return new OwnRules(new Compiler(vocabulary, new MeteredCel(vocabulary)));
  }
}
