package dev.plumbline.inventory.fact.image;

import dev.plumbline.inventory.fact.Answer;
import java.util.List;

/**
 * The images of a workload and what they are pulled with; the fact adds these fields to it.
 *
 * @param images of all containers of all its pods, in order, each once
 * @param pullSecrets names of the Secrets its pods or their ServiceAccount give; unknown where the
 *     ServiceAccount was not read
 */
public record WorkloadImages(List<Image> images, Answer<List<String>> pullSecrets) {

  static final WorkloadImages NONE =
      new WorkloadImages(List.of(), Answer.unknown("the workload was not seen"));

  public WorkloadImages {
    images = List.copyOf(images);
  }
}
