package dev.plumbline.web.pages.connect;

import dev.plumbline.inventory.collect.selftest.ReaderRole;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.pages.Code;
import dev.plumbline.web.pages.connect.ConnectView.Command;
import dev.plumbline.web.pages.connect.ConnectView.Right;
import dev.plumbline.web.pages.connect.ConnectView.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the wizard's first page: rights, commands, and the form for name and credential. */
final class ConnectForms {

  static final String KUBECONFIG = "kubeconfig";
  static final String UPLOAD = "upload";

  private static final String SCRIPT = "/offline/plumbline-dump.sh";
  private static final Set<String> FIELDS = Set.of("name", "kubeconfig", "dump");
  private static final List<Command> COMMANDS =
      List.of(
          new Command(
              "Make the namespace, the ServiceAccount and the role.",
              "kubectl apply -f reader-role.yaml"),
          new Command(
              "Make a token; the API server may shorten its 90 days.",
              "token=$(kubectl -n plumbline create token plumbline-reader --duration=2160h)"),
          new Command(
              "Read where the server is and who vouches for it.",
              "server=$(kubectl config view --minify -o"
                  + " jsonpath='{.clusters[0].cluster.server}'); ca=$(kubectl config view --minify"
                  + " --flatten --raw -o"
                  + " jsonpath='{.clusters[0].cluster.certificate-authority-data}')"),
          new Command(
              "Print the kubeconfig to paste.",
              "printf '{apiVersion: v1, kind: Config, contexts: [{name: plumbline, context:"
                  + " {cluster: plumbline, user: reader}}], clusters: [{name: plumbline, cluster:"
                  + " {server: \"%s\", certificate-authority-data: \"%s\"}}], users: [{name:"
                  + " reader, user: {token: \"%s\"}}]}\\n' \"$server\" \"$ca\" \"$token\""));

  private ConnectForms() {}

  static ConnectView empty(String tab) {
    return view(tab, "", "", List.of(), Optional.empty());
  }

  /** The form once more, with what is wrong beside its field. */
  static ConnectView again(
      String tab, String name, String context, List<String> contexts, Refused refused) {
    return view(tab, name, context, contexts, Optional.of(refused));
  }

  private static ConnectView view(
      String tab, String name, String context, List<String> contexts, Optional<Refused> refused) {
    Optional<Refused> field = refused.filter(it -> FIELDS.contains(it.field()));
    Optional<Refused> general = refused.filter(it -> !FIELDS.contains(it.field()));
    var form =
        new ConnectView.Form(
            tab,
            name,
            context,
            contexts,
            Code.of("reader-role.yaml", "list only", ReaderRole.yaml()),
            "/clusters/reader-role.yaml",
            rights(),
            COMMANDS,
            Code.of("plumbline-dump.sh", "kubectl only", script()),
            "/clusters/plumbline-dump.sh",
            general.map(Refused::why).orElse(null),
            field.map(it -> Map.of(it.field(), it.why())).orElse(Map.of()));
    return new ConnectView("Connect a cluster", steps(0), form, null);
  }

  static List<Step> steps(int current) {
    List<String> words = List.of("Rights and credential", "Self-test", "First scan");
    return words.stream()
        .map(it -> new Step(it, words.indexOf(it) < current, words.indexOf(it) == current))
        .toList();
  }

  private static List<Right> rights() {
    return ReaderRole.rules().stream()
        .map(rule ->
            new Right(
                String.join(", ", rule.names()), String.join(", ", rule.verbs()), rule.reason()))
        .toList();
  }

  /** The kubectl-only script for clusters that cannot be reached. */
  static String script() {
    try (var file = ConnectForms.class.getResourceAsStream(SCRIPT)) {
      if (file == null) {
        throw new IllegalStateException(SCRIPT + " is not on the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
