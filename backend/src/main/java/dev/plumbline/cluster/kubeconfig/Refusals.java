package dev.plumbline.cluster.kubeconfig;

import java.util.ArrayList;
import java.util.List;

/** Collects refusals, so that one answer names them all. */
final class Refusals {

  private static final int MOST = 20;
  private final List<Refusal> list = new ArrayList<>();

  void add(String field, String message) {
    if (list.size() < MOST) {
      list.add(new Refusal(shown(field), message));
    }
  }

  boolean any() {
    return !list.isEmpty();
  }

  List<Refusal> list() {
    return List.copyOf(list);
  }

  /** Cuts a name of the kubeconfig to what fits a message, without control characters. */
  static String shown(String text) {
    String visible = text.replaceAll("\\p{C}", "?");
    return visible.length() <= 120 ? visible : visible.substring(0, 117) + "...";
  }

  /** Ends the reading where going on makes no sense. */
  static final class Stop extends RuntimeException {

    final transient Refusal refusal;

    Stop(String field, String message) {
      super(message, null, false, false);
      refusal = new Refusal(field, message);
    }
  }
}
