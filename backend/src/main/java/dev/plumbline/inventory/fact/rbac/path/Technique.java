package dev.plumbline.inventory.fact.rbac.path;

/** A way from one place to the next, in plain words. */
public enum Technique {
  MEMBERSHIP("The API server puts every such identity into this group."),
  EVERYTHING("Nothing is left to gain: the role allows every verb on everything."),
  MASTERS("The API server asks no rule for members of system:masters."),
  SECRETS("These Secrets hold the token of the ServiceAccount, or one that lets nodes join."),
  MADE_SECRETS(
      "A Secret that names a ServiceAccount is filled with its token, and can then be read."),
  TOKENS("The API server hands out a token of the ServiceAccount to whoever may ask for one."),
  PODS("A pod runs under whichever ServiceAccount of its namespace its maker names."),
  NODE_BY_PODS(
      "No Pod Security level and no admission policy that we understand keeps a pod there from"
          + " becoming root on its node, and its maker chooses the node."),
  IMAGES("A changed image runs under the pod's ServiceAccount."),
  DEBUG("A container added to a running pod reads the token of its ServiceAccount."),
  EXECUTE("A command in a running pod reads the token of its ServiceAccount."),
  KUBELET("The kubelet runs commands in every pod of its node, past audit and admission."),
  STEER(
      "Pods of this account are as good as root on their node. Nodes made unfit send their pods"
          + " away, to the node that is held already."),
  ESCALATE("The verb escalate lets it write rights into a role that it holds itself."),
  BIND("The verb bind lets it bind to itself roles whose rights it does not have."),
  IMPERSONATE("A request may be sent in the name of the other."),
  CERTIFICATE("A certificate that it both requests and approves carries the name it chooses."),
  NODE_CERTIFICATE("The controller approves a new node's certificate by itself."),
  WEBHOOK(
      "Whoever changes objects on their way in adds containers to any pod as soon as it is made."),
  RELABEL(
      "It may take the labels off the namespace by which pods are refused there, and then start a"
          + " privileged pod."),
  VOLUME(
      "Pod Security does not look behind a claim: a PersistentVolume may be a folder of the node."),
  CLOUD_LOGINS("This ConfigMap says which cloud identities are administrators."),
  ONE_OF_THEM("It is one of these."),
  INSIDE("Its token lies in one of these pods."),
  BREAKOUT("A privileged pod, or one that mounts the node's own files, runs there."),
  ADDED("A privileged container that is added to a running pod is as good as root on its node."),
  ON_THE_NODE("Its token lies in a pod of the node, or the node may ask for it."),
  CONTROL_PLANE("The keys of the whole cluster lie on a node of the control plane.");

  private final String why;

  Technique(String why) {
    this.why = why;
  }

  /** Why it works, one or two sentences. */
  public String why() {
    return why;
  }
}
