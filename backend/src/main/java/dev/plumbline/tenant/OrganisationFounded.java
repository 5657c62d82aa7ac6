package dev.plumbline.tenant;

import java.util.UUID;

/** A new organisation; told inside the transaction that founds it, in its own name. */
public record OrganisationFounded(UUID id) {}
