package dev.plumbline.inventory.fact.mesh;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Workload.PodGroup;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Ports as containers declare them and as annotations list them. */
final class Ports {

  private static final Set<String> PROXIES = Set.of(Enrolment.ISTIO_PROXY, Enrolment.LINKERD_PROXY);
  private static final List<String> LISTS = List.of("initContainers", "containers");

  private Ports() {}

  static Optional<Integer> number(String text) {
    return text.matches("[0-9]{1,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** Those that the workload's own containers declare. */
  static SortedSet<Integer> declared(PodGroup group) {
    var ports = new TreeSet<Integer>();
    containerPorts(group).forEach(port -> number(port).ifPresent(ports::add));
    return ports;
  }

  private static Optional<Integer> number(Map<String, Object> port) {
    return port.get("containerPort") instanceof Long number
        ? Optional.of(number.intValue())
        : Optional.empty();
  }

  /** The number of a declared port by its name. */
  static Optional<Integer> named(PodGroup group, String name) {
    return containerPorts(group).stream()
        .filter(port -> Documents.text(port, "name").equals(name))
        .flatMap(port -> number(port).stream())
        .findFirst();
  }

  private static List<Map<String, Object>> containerPorts(PodGroup group) {
    return LISTS.stream()
        .flatMap(list -> Documents.maps(group.spec(), list).stream())
        .filter(container -> !PROXIES.contains(Documents.text(container, "name")))
        .flatMap(container -> Documents.maps(container, "ports").stream())
        .toList();
  }

  /** The entries of a list such as {@code 80,8000-8010}. */
  static List<String> listed(String annotation) {
    return Arrays.stream(annotation.split(","))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  /** Whether a list such as {@code 80,8000-8010} names a port. */
  static boolean listed(List<String> entries, int port) {
    return entries.stream().anyMatch(entry -> covers(entry, port));
  }

  private static boolean covers(String entry, int port) {
    int dash = entry.indexOf('-');
    Optional<Integer> first = number(dash < 0 ? entry : entry.substring(0, dash));
    Optional<Integer> last = dash < 0 ? first : number(entry.substring(dash + 1));
    return entry.equals("*")
        || (first.isPresent() && last.isPresent() && first.get() <= port && port <= last.get());
  }
}
