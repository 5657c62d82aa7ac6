package dev.plumbline.web.pages.workload;

import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.admission.InForce;
import dev.plumbline.inventory.fact.admission.NamespaceAdmission;
import dev.plumbline.inventory.fact.admission.Partly;
import dev.plumbline.web.pages.Fact;
import java.util.ArrayList;
import java.util.List;

/** What judges pods of a namespace before they are admitted, as lines of a ledger. */
final class AdmissionPart {

  private static final String POD_SECURITY = "Pod Security";
  private static final int NAMED = 4;

  private AdmissionPart() {}

  static List<Fact> of(NamespaceAdmission admission) {
    var facts = new ArrayList<Fact>();
    facts.add(podSecurity(admission.podSecurity().enforce()));
    admission.policies().stream()
        .filter(it -> !it.engine().equals(POD_SECURITY))
        .forEach(it -> facts.add(policy(it)));
    facts.add(Fact.of("Surely refused", words(admission.stops())));
    admission.partly().forEach(it -> facts.add(partly(it)));
    if (!admission.maybe().isEmpty()) {
      facts.add(Fact.of("Not understood", words(admission.maybe())));
    }
    return facts;
  }

  private static Fact podSecurity(Answer<String> level) {
    return switch (level) {
      case Answer.Known<String>(var word) -> Fact.of(POD_SECURITY, word + " enforced");
      case Answer.Unknown<String>(var state, var why) ->
          new Fact(POD_SECURITY, "Not known", why, null, false);
    };
  }

  private static Fact policy(InForce policy) {
    var notes = new ArrayList<String>();
    notes.add(policy.denies() ? "refuses " + refused(policy) : "warns or records only");
    if (policy.failsOpen()) {
      notes.add("fails open");
    }
    policy.partly().stream()
        .map(Partly::where)
        .filter(where -> !where.isEmpty())
        .distinct()
        .forEach(where -> notes.add("only " + where));
    if (!policy.why().isEmpty()) {
      notes.add("not understood: " + policy.why());
    }
    return new Fact(policy.engine(), policy.policy(), String.join(", ", notes), null, false);
  }

  /** What it refuses itself; what policies refuse together is told below. */
  private static String refused(InForce policy) {
    List<String> part = policy.partly().stream().map(Partly::control).distinct().toList();
    if (!policy.stops().isEmpty() && !part.isEmpty()) {
      return some(policy.stops()) + ", in part " + some(part);
    }
    if (part.isEmpty()) {
      return policy.stops().isEmpty() ? "nothing known" : some(policy.stops());
    }
    return "in part " + some(part);
  }

  private static Fact partly(Partly partly) {
    return new Fact(
        "Refused in part", partly.control(), "lets in " + some(partly.admitted()), null, false);
  }

  private static String some(List<String> words) {
    return words.size() <= NAMED + 1
        ? words(words)
        : words(words.subList(0, NAMED)) + " and " + (words.size() - NAMED) + " more";
  }

  private static String words(List<String> words) {
    return words.isEmpty() ? "nothing" : String.join(", ", words);
  }
}
