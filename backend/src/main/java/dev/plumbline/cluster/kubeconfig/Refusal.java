package dev.plumbline.cluster.kubeconfig;

/**
 * Why a kubeconfig was not accepted.
 *
 * @param field path within the kubeconfig, such as {@code users[0].user.exec}; empty for the file
 *     as a whole
 * @param message for people; never repeats a value of the kubeconfig but names and commands
 */
public record Refusal(String field, String message) {

  @Override
  public String toString() {
    return field.isEmpty() ? message : field + ": " + message;
  }
}
