package dev.plumbline.web.query;

import dev.plumbline.inventory.collect.Kinds;
import dev.plumbline.inventory.fact.rbac.Binding;
import dev.plumbline.inventory.fact.rbac.Question;
import dev.plumbline.inventory.fact.rbac.Rule;
import dev.plumbline.tenant.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** How questions about access are written, and rules read out. */
public final class AccessWords {

  private static final Set<String> KINDS = Set.of("User", "Group", "ServiceAccount");

  private AccessWords() {}

  /**
   * Reads a question.
   *
   * @param resource such as {@code pods/exec} or {@code deployments.apps}; the group of a resource
   *     that the collector knows may be left out
   * @throws Refused naming the field
   */
  public static Question question(String verb, String resource, String name, String namespace) {
    if (verb.isBlank()) {
      throw new Refused("verb", "Name a verb, such as create.");
    }
    if (resource.isBlank()) {
      throw new Refused("resource", "Name a resource, such as secrets or pods/exec.");
    }
    String plain = resource.strip();
    int slash = plain.indexOf('/');
    String sub = slash < 0 ? "" : plain.substring(slash);
    String plural = slash < 0 ? plain : plain.substring(0, slash);
    int dot = plural.indexOf('.');
    String group = dot < 0 ? group(plural) : plural.substring(dot + 1);
    String bare = dot < 0 ? plural : plural.substring(0, dot);
    return new Question(verb.strip(), group, bare + sub, name.strip(), namespace.strip());
  }

  private static String group(String plural) {
    return Arrays.stream(Kinds.values())
        .filter(kind -> kind.plural().equals(plural))
        .map(Kinds::group)
        .sorted()
        .findFirst()
        .orElse("");
  }

  /**
   * A subject as it was asked for.
   *
   * @param namespace of a ServiceAccount, else empty
   */
  public record Asked(String kind, String namespace, String name) {

    /** For people: {@code ServiceAccount shop/web}. */
    public String label() {
      return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }
  }

  /** Reads {@code User jane}, {@code Group ops} or {@code ServiceAccount shop/web}. */
  public static Asked subject(String text) {
    String[] words = text.strip().split("\\s+", 2);
    boolean known = words.length == 2 && KINDS.contains(words[0]);
    boolean account = known && words[0].equals("ServiceAccount");
    if (!known || (account && !words[1].matches("[^/]+/[^/]+"))) {
      throw new Refused(
          "subject", "A subject looks like User jane, Group ops or ServiceAccount shop/web.");
    }
    int slash = account ? words[1].indexOf('/') : -1;
    return new Asked(
        words[0],
        account ? words[1].substring(0, slash) : "",
        account ? words[1].substring(slash + 1) : words[1]);
  }

  public static String resources(Rule rule) {
    if (rule.resources().isEmpty()) {
      return String.join(", ", rule.nonResourceURLs());
    }
    List<String> groups = rule.apiGroups().stream().filter(group -> !group.isEmpty()).toList();
    String of = groups.isEmpty() ? "" : " of " + String.join(", ", groups);
    boolean core = rule.apiGroups().contains("") && !groups.isEmpty();
    return String.join(", ", rule.resources()) + of + (core ? " and core" : "");
  }

  public static String where(Binding binding) {
    return binding.namespace().isEmpty() ? "whole cluster" : binding.namespace();
  }

  /** Such as {@code RoleBinding shop/web to ClusterRole edit}. */
  public static String by(Binding binding) {
    return "%s %s%s to %s %s"
        .formatted(
            binding.kind(),
            binding.namespace().isEmpty() ? "" : binding.namespace() + "/",
            binding.name(),
            binding.roleKind(),
            binding.roleName());
  }
}
