package dev.plumbline.inventory.fact.reach;

/** Whether somebody is meant. */
enum Match {
  NO,
  MAYBE,
  YES
}
