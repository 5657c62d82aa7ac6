package dev.plumbline.compliance;

/** Where the answer to a concept stands. */
public enum Sight {
  API("read from the API"),
  CONTROL_PLANE_FLAGS("read from static pods of the control plane"),
  KUBELET_CONFIGURATION("read from the kubelet's published configuration"),
  NODE("stands in files of the node: needs a result from the node"),
  SCANNER_REPORT("needs reports of an image scanner, which are not collected"),
  RUNTIME_AGENT("needs a runtime agent's results, which are not collected"),
  ADMISSION("shows at admission only, in no stored object"),
  PERSON("a person must say"),
  /** Named by an organisation's framework, and retired or deleted since. */
  GONE("there is no such check any more");

  private final String explanation;

  Sight(String explanation) {
    this.explanation = explanation;
  }

  /** For people, without a full stop. */
  public String explanation() {
    return explanation;
  }

  /** Whether a read-only kubeconfig shows it, at least on a self-managed cluster. */
  public boolean collectable() {
    return this == API || this == CONTROL_PLANE_FLAGS || this == KUBELET_CONFIGURATION;
  }

  /** Whether it shows on a cluster hosted like this, scanner reports included. */
  public boolean readableOn(Hosting hosting) {
    return switch (this) {
      case API, SCANNER_REPORT -> true;
      case CONTROL_PLANE_FLAGS, KUBELET_CONFIGURATION -> hosting != Hosting.MANAGED;
      case NODE, RUNTIME_AGENT, ADMISSION, PERSON, GONE -> false;
    };
  }
}
