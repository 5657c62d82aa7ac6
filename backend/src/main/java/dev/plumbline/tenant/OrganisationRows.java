package dev.plumbline.tenant;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface OrganisationRows extends JpaRepository<OrganisationEntity, UUID> {}
