package dev.plumbline.inventory.fact.admission.probe;

import java.util.Map;
import java.util.Optional;

/**
 * A request that a policy is tried on.
 *
 * @param pod as it would be stored
 * @param old the pod before, where containers are added to it; empty where it is new
 */
public record Trial(Map<String, Object> pod, Optional<Map<String, Object>> old) {}
