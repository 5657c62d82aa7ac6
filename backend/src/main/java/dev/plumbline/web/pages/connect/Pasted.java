package dev.plumbline.web.pages.connect;

import dev.plumbline.cluster.kubeconfig.Acceptance;
import dev.plumbline.cluster.kubeconfig.Acceptance.Accepted;
import dev.plumbline.cluster.kubeconfig.Acceptance.ContextNeeded;
import dev.plumbline.cluster.kubeconfig.Kubeconfigs;
import dev.plumbline.cluster.kubeconfig.Refusal;
import dev.plumbline.tenant.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A kubeconfig as a person pasted it; it is never shown again. */
public record Pasted(String kubeconfig, String context) {

  private static final int SHOWN = 6;

  private Acceptance acceptance() {
    return Kubeconfigs.accept(
        kubeconfig.getBytes(StandardCharsets.UTF_8),
        Optional.of(context).filter(name -> !name.isBlank()));
  }

  /** The contexts to choose from; empty when no choice is needed. */
  List<String> contexts() {
    return acceptance() instanceof ContextNeeded needed ? needed.contexts() : List.of();
  }

  /**
   * What can be used of it.
   *
   * @throws Refused naming {@code kubeconfig}, or {@code context} when one must be chosen
   */
  public Accepted accepted() {
    return switch (acceptance()) {
      case Accepted accepted -> accepted;
      case ContextNeeded needed ->
          throw new Refused(
              "context",
              "This kubeconfig has several contexts: choose one and paste it again. They are "
                  + String.join(", ", needed.contexts()));
      case Acceptance.Refused refused -> throw new Refused("kubeconfig", words(refused.refusals()));
    };
  }

  private static String words(List<Refusal> refusals) {
    String words =
        refusals.stream().limit(SHOWN).map(Refusal::toString).collect(Collectors.joining("\n"));
    int more = refusals.size() - SHOWN;
    return more > 0 ? words + "\nand " + more + " more" : words;
  }
}
