package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.fact.Answer;

/**
 * What the fact adds to the cluster.
 *
 * @param networkPlugin what connects the pods, told by the images of DaemonSets
 */
public record ClusterFields(Answer<NetworkPlugin> networkPlugin) {}
