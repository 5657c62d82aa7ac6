package dev.plumbline.cluster.kubeconfig;

import java.util.Map;

/** Tells users of credential plugins how to make a token that needs none. */
final class ExecAdvice {

  private static final Map<String, String> PROVIDERS =
      Map.of(
          "aws", "Amazon EKS",
          "aws-iam-authenticator", "Amazon EKS",
          "gke-gcloud-auth-plugin", "Google GKE",
          "gcloud", "Google GKE",
          "kubelogin", "Azure AKS",
          "az", "Azure AKS");

  static final String COMMANDS =
      """
      Make a read-only ServiceAccount and a bound token instead:
        kubectl apply -f reader-role.yaml
        kubectl -n plumbline create token plumbline-reader --duration=2160h
      and put the token into users[].user.token.\
      """;

  private ExecAdvice() {}

  static String forExec(Fields user) {
    String command = user.map().get("exec") instanceof Map<?, ?> exec ? name(exec) : "";
    String provider = PROVIDERS.get(command);
    return "Plumbline runs no credential plugin"
        + (provider == null ? "" : " (" + command + ", as " + provider + " uses it)")
        + ". "
        + COMMANDS;
  }

  static String forProvider() {
    return "Plumbline calls no identity provider. " + COMMANDS;
  }

  private static String name(Map<?, ?> exec) {
    String command = String.valueOf(exec.get("command"));
    String file = command.substring(command.lastIndexOf('/') + 1);
    return file.endsWith(".exe") ? file.substring(0, file.length() - 4) : file;
  }
}
