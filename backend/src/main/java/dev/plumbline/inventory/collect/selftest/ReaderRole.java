package dev.plumbline.inventory.collect.selftest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The rights asked of a customer, as the file that is given to them, with a reason for each. */
public final class ReaderRole {

  private static final String FILE = "/helm/reader-role.yaml";

  private ReaderRole() {}

  /**
   * One rule of the role.
   *
   * @param resources such as {@code deployments}
   * @param reason the comment above the rule
   */
  public record Rule(String group, List<String> resources, List<String> verbs, String reason) {

    /** A resource as kubectl names it, such as {@code deployments.apps}. */
    public List<String> names() {
      return resources.stream().map(it -> group.isEmpty() ? it : it + "." + group).toList();
    }
  }

  /** The whole file. */
  public static String yaml() {
    try (var file = ReaderRole.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its rules, in the order of the file. */
  public static List<Rule> rules() {
    var rules = new ArrayList<Rule>();
    String[] lines = yaml().split("\n");
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].startsWith("- apiGroups: ")) {
        rules.add(rule(lines, i));
      }
    }
    return rules;
  }

  private static Rule rule(String[] lines, int at) {
    String comment = lines[at - 1];
    String reason = comment.startsWith("# ") ? comment.substring(2) : "";
    String group = list(lines[at]).getFirst();
    return new Rule(group, list(lines[at + 1]), list(lines[at + 2]), reason);
  }

  private static List<String> list(String line) {
    String inside = line.substring(line.indexOf('[') + 1, line.lastIndexOf(']'));
    return Arrays.stream(inside.split(", "))
        .map(text -> text.replace("\"", ""))
        .collect(Collectors.toList());
  }

  /**
   * A role with only these resources, to grant what is missing.
   *
   * @param resources as kubectl names them
   */
  public static String rulesFor(List<String> resources) {
    var yaml = new StringBuilder();
    for (Rule rule : rules()) {
      List<String> wanted =
          rule.resources().stream()
              .filter(
                  it -> resources.contains(rule.group().isEmpty() ? it : it + "." + rule.group()))
              .toList();
      if (!wanted.isEmpty()) {
        yaml.append("# ").append(rule.reason()).append('\n');
        yaml.append("- apiGroups: [").append(group(rule)).append("]\n");
        yaml.append("  resources: [").append(String.join(", ", wanted)).append("]\n");
        yaml.append("  verbs: [").append(String.join(", ", rule.verbs())).append("]\n");
      }
    }
    return yaml.toString();
  }

  private static String group(Rule rule) {
    return rule.group().isEmpty() ? "\"\"" : rule.group();
  }
}
