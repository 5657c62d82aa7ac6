package dev.plumbline.inventory.fact.admission.rule;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Images of a pod, taken apart as Kyverno does it where its configuration is the usual one. */
public final class ImageNames {

  private static final List<String> LISTS =
      List.of("containers", "initContainers", "ephemeralContainers");
  private static final String USUAL_REGISTRY = "docker.io";
  private static final Pattern FORM =
      Pattern.compile(
          "([^/@]{1,255})/([a-z0-9._/-]{1,255})(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?"
              + "(?:@(sha256:[0-9a-f]{64}))?");

  private ImageNames() {}

  /** By list and by name of the container; lists without containers are absent. */
  public static Map<String, Object> of(Map<String, Object> podSpec) {
    Map<String, Object> images = new LinkedHashMap<>();
    for (String list : LISTS) {
      Map<String, Object> named = new LinkedHashMap<>();
      int index = 0;
      for (Map<String, Object> container : Documents.maps(podSpec, list)) {
        Map<String, Object> parts = parts(Documents.text(container, "image"));
        parts.put("jsonPointer", "/spec/" + list + "/" + index++ + "/image");
        named.put(Documents.text(container, "name"), parts);
      }
      if (!named.isEmpty()) {
        images.put(list, named);
      }
    }
    return images;
  }

  private static Map<String, Object> parts(String image) {
    Matcher form = FORM.matcher(registered(image) ? image : USUAL_REGISTRY + "/" + image);
    if (!form.matches()) {
      throw new NotUnderstood("reads the parts of an image that has others");
    }
    String registry = form.group(1);
    String path = form.group(2);
    boolean digested = form.group(4) != null;
    String tag = form.group(3) != null ? form.group(3) : digested ? "" : "latest";
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("registry", registry);
    parts.put("name", path.substring(path.lastIndexOf('/') + 1));
    parts.put("path", path);
    if (!tag.isEmpty()) {
      parts.put("tag", tag);
    }
    if (digested) {
      parts.put("digest", form.group(4));
    }
    String whole = registry + "/" + path;
    parts.put("reference", digested ? whole + "@" + form.group(4) : whole + ":" + tag);
    parts.put("referenceWithTag", whole + ":" + tag);
    return parts;
  }

  /** Whether what stands before the first slash names a registry. */
  private static boolean registered(String image) {
    String first = image.substring(0, Math.max(0, image.indexOf('/')));
    return first.matches(".*[.:A-Z].*") || first.equals("localhost");
  }
}
