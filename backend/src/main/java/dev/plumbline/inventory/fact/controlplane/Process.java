package dev.plumbline.inventory.fact.controlplane;

import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.InChecks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One component of the control plane on one node.
 *
 * @param name such as {@code kube-apiserver}
 * @param node it runs on; its pod's name where that is not known
 * @param flags as given, without defaults
 * @param hidden flags that something unseen decides, to the reason
 */
public record Process(
    String name, String node, Map<String, String> flags, Map<String, String> hidden) {

  /** Reason for every flag, where a file replaces the whole command line. */
  static final String ANY = "*";

  public Process {
    flags = Map.copyOf(flags);
    hidden = Map.copyOf(hidden);
  }

  /** The flag's value, or what applies where it is not given. */
  @InChecks
  public Answer<String> flag(String flag, String otherwise) {
    return read(flag, value -> value.orElse(otherwise));
  }

  /** Whether the flag is given, and not empty. */
  @InChecks
  public Answer<Boolean> given(String flag) {
    return read(flag, value -> value.filter(text -> !text.isBlank()).isPresent());
  }

  /** A flag that is true or false; one that is neither counts as not given. */
  @InChecks
  public Answer<Boolean> enabled(String flag, boolean otherwise) {
    return read(flag, value -> value.flatMap(Values::bool).orElse(otherwise));
  }

  /** A flag that is a whole number; one that is none counts as not given. */
  @InChecks
  public Answer<Long> number(String flag, long otherwise) {
    return read(flag, value -> value.flatMap(Values::number).orElse(otherwise));
  }

  /** A flag that is a duration, in seconds; one that is none counts as not given. */
  @InChecks
  public Answer<Long> seconds(String flag, long otherwise) {
    return read(flag, value -> value.flatMap(Values::seconds).orElse(otherwise));
  }

  /** A flag that is a list divided by commas; what applies where it is not given likewise. */
  @InChecks
  public Answer<List<String>> list(String flag, String otherwise) {
    return read(flag, value -> Values.list(value.orElse(otherwise)));
  }

  /** TLS cipher suites it accepts although they are weak; says so in words for the defaults. */
  @InChecks
  public Answer<List<String>> weakCiphers() {
    boolean onlyTls13 = flags.getOrDefault("tls-min-version", "").equals("VersionTLS13");
    return read(
        "tls-cipher-suites", value -> CipherSuites.weak(Values.list(value.orElse("")), onlyTls13));
  }

  /** Whether a feature gate is on. */
  @InChecks
  public Answer<Boolean> gate(String gate, boolean otherwise) {
    return read(
        "feature-gates", value -> Values.gates(value.orElse("")).getOrDefault(gate, otherwise));
  }

  private <T> Answer<T> read(String flag, Function<Optional<String>, T> reading) {
    String reason = hidden.getOrDefault(ANY, hidden.getOrDefault(flag, ""));
    return reason.isEmpty()
        ? Answer.of(reading.apply(Optional.ofNullable(flags.get(flag))))
        : Answer.unknown(name + " on " + node + ": " + reason);
  }
}
