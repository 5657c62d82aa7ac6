package dev.plumbline.inventory.fact.rbac;

/**
 * A request as the authorizer sees it.
 *
 * @param group API group, empty for the core group
 * @param subresource such as {@code exec}, empty for the resource itself
 * @param name of the object, empty where the request names none, as when listing or creating
 */
public record Access(String verb, String group, String resource, String subresource, String name) {

  /** A request that names no object; a subresource is written {@code pods/exec}. */
  public static Access of(String verb, String group, String resource) {
    int slash = resource.indexOf('/');
    return slash < 0
        ? new Access(verb, group, resource, "", "")
        : new Access(verb, group, resource.substring(0, slash), resource.substring(slash + 1), "");
  }

  /** Resource and subresource as rules write them. */
  String path() {
    return subresource.isEmpty() ? resource : resource + "/" + subresource;
  }
}
