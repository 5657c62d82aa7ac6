package dev.plumbline.tenant;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface MembershipRows extends JpaRepository<MembershipEntity, UUID> {

  Optional<MembershipEntity> findByPersonId(UUID personId);

  long countByRole(Role role);
}
